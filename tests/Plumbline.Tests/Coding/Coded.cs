using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding;

/// <summary>Codebooks and codings for tests, from text.</summary>
internal static class Coded
{
    public const string Head = "unit: rulings\nvariables:\n";

    public static Codebook Book(string yaml)
    {
        var problems = new List<Problem>();
        var codebook = Codebook.Parse(yaml, "codebook.yaml", problems, Path.Combine(Support.Repository.Root, "src", "Plumbline", "Templates", "rulings-ru"));
        Assert.Empty(problems.Select(p => $"{p.Code} {p.Place.Line}:{p.Place.Column} {p.Sentence}"));
        return codebook!;
    }

    public static IReadOnlyList<string> Faults(string yaml)
    {
        var problems = new List<Problem>();
        Codebook.Parse(yaml, "codebook.yaml", problems);
        return [.. problems.Select(p => $"{p.Place.Line}:{p.Place.Column} {p.Code} {p.Sentence} {p.Try}")];
    }

    public static List<Plumbline.Evidence.Coding> Codings(string yaml, string text, bool isWhole = true)
    {
        var codebook = Book(yaml);
        var (tokens, vocabulary) = Plumbline.Coding.Tokens.TextTokens.Of(text);
        var into = new List<Plumbline.Evidence.Coding>();
        new TextCoder(codebook, vocabulary, [.. codebook.Kind.Variables.Select(v => v.Name)]).Code(
            new TextMember(new UnitId("0"), text, tokens, new Plumbline.Coding.Tokens.TokenRange(0, tokens.Count), isWhole, []), into);
        return into;
    }

    /// <summary>The only coding of a variable, short: value, or status with candidates, and the quote.</summary>
    public static string Show(IEnumerable<Plumbline.Evidence.Coding> codings, string variable) => string.Join("; ", codings.Where(c => c.Variable == variable).Select(c =>
        (c.Value?.Text ?? c.Status.Word() + (c.Candidates.Count > 0 ? $" ({string.Join(", ", c.Candidates)})" : ""))
        + (c.Evidence is TextSelector s ? $" [{s.Exact}]" : c.Evidence is SilenceSelector ? " [silence]" : "")));

    public static string Template(string path)
    {
        using var stream = typeof(Codebook).Assembly.GetManifestResourceStream("Templates/" + path)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
