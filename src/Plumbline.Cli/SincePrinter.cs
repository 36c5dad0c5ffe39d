using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Pipeline.Signing;
using Plumbline.Pipeline.Signing.Causes;

namespace Plumbline.Cli;

/// <summary>Signatures, and what became of their figures, for people and as JSON.</summary>
internal static class SincePrinter
{
    private const int MostGlanced = 5;
    private static readonly string[] WorstFirst = ["broken", "gone", "moved", "new", "mended"];

    /// <summary>A signature in one line.</summary>
    public static string Line(Signature signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(signature.Name is { } name ? SafeText.Line(name) + "  " : "")}{signature.Entry.Short}  {signature.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {SafeText.Line(string.Join(", ", signature.Drafts.Select(d => d.File)))} by {SafeText.Line(signature.Coder)}, build {SafeText.Line(signature.Build.Id)}: {Counts(signature.Claims)}");

    /// <summary>Each figure that moved, with its reasons.</summary>
    public static void Write(Screen screen, SinceReport report)
    {
        screen.WriteWrapped("Since " + Line(report.Signature), hang: 2, ink: Ink.Bold);
        screen.WriteLine();
        foreach (var figure in WorstFirst.SelectMany(w => report.Moved.Where(m => m.Word == w)))
        {
            var standing = (figure.Move.After ?? figure.Move.Before)!;
            screen.Write(figure.Word.PadRight(9), InkOf(figure.Word));
            screen.WriteWrapped($"{Called(figure)}{(standing.Draft is null ? "" : $"  {SafeText.Line(standing.Draft)}:{standing.Line}")}", hang: 9);
            screen.WriteWrapped(Compared(figure.Move), indent: 9, ink: Ink.Bold);
            foreach (var cause in figure.Causes)
            {
                screen.WriteWrapped("because " + SafeText.Line(CauseSentence.Of(cause, figure.Now?.Kind, withReasons: true)), indent: 9, hang: 2);
            }

            screen.WriteLine();
        }

        screen.WriteLine(Sum(report), Ink.Bold);
    }

    /// <summary>The few lines that a build says.</summary>
    public static void Glance(Screen screen, SinceReport report, string path)
    {
        screen.WriteWrapped($"Since the signature {SafeText.Line(report.Signature.Shown)}: {Sum(report)}", hang: 2, ink: report.Count("broken") > 0 ? Ink.Red : Ink.None);
        var told = report.Moved.Where(m => m.Word is "broken" or "mended").ToList();
        foreach (var figure in told.Take(MostGlanced))
        {
            screen.WriteWrapped($"{figure.Word}: {Called(figure)}, {Compared(figure.Move)}", indent: 2, hang: 2, ink: InkOf(figure.Word));
        }

        if (report.Moved.Count > 0)
        {
            screen.WriteWrapped($"{(told.Count > MostGlanced ? $"and {told.Count - MostGlanced} more; " : "")}why: plumb check {path} --since {SafeText.Line(report.Signature.Shown)}", indent: 2, hang: 2, ink: Ink.Cyan);
        }
    }

    /// <summary>A signature as an object under a key.</summary>
    public static void Write(Utf8JsonWriter json, string key, Signature signature)
    {
        json.WritePropertyName(key);
        Write(json, signature);
    }

    /// <summary>A signature as an object.</summary>
    public static void Write(Utf8JsonWriter json, Signature signature)
    {
        json.WriteStartObject();
        json.WriteString("entry", signature.Entry.ToString());
        json.WriteString("name", signature.Name);
        json.WriteString("coder", signature.Coder);
        json.WriteString("at", Time(signature.At));
        json.WriteString("build", signature.Build.Id);
        json.WriteString("digest", signature.Build.Digest);
        json.WriteString("program", signature.Build.Program);
        json.WriteStartArray("drafts");
        foreach (var draft in signature.Drafts)
        {
            json.WriteStartObject();
            json.WriteString("file", draft.File);
            json.WriteString("sha256", draft.Blob.Hex);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The figures that moved, under a key.</summary>
    public static void Write(Utf8JsonWriter json, string key, IEnumerable<MovedFigure> figures)
    {
        json.WriteStartArray(key);
        foreach (var figure in figures)
        {
            var standing = (figure.Move.After ?? figure.Move.Before)!;
            json.WriteStartObject();
            json.WriteString("what", figure.Word);
            json.WriteString("id", figure.Move.Claim);
            json.WriteString("draft", standing.Draft);
            json.WriteNumber("line", standing.Line);
            json.WriteString("text", standing.Text);
            Standing(json, "before", figure.Move.Before);
            Standing(json, "after", figure.Move.After);
            json.WriteStartArray("causes");
            foreach (var cause in figure.Causes)
            {
                Cause(json, cause);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Standing(Utf8JsonWriter json, string key, FigureStanding? standing)
    {
        if (standing is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("verdict", standing.Verdict?.Word());
        json.WriteString("low", standing.Low?.ToString());
        json.WriteString("high", standing.High?.ToString());
        json.WriteNumber("unread", standing.Unread);
        json.WriteEndObject();
    }

    private static void Cause(Utf8JsonWriter json, MoveCause cause)
    {
        json.WriteStartObject();
        json.WriteString("cause", cause.Kind.Word());
        json.WriteStartArray("about");
        cause.About.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("unit_count", cause.Units);
        json.WriteNumber("confirmed", cause.Confirmed);
        json.WriteNumber("possible", cause.Possible);
        json.WriteNumber("unread", cause.Unread);
        foreach (var (end, amount) in new[] { ("low", cause.Low), ("high", cause.High) })
        {
            if (amount is { } moved)
            {
                json.WriteNumber(end, moved);
            }
            else
            {
                json.WriteNull(end);
            }
        }

        json.WriteBoolean("merged", cause.IsFromElsewhere);
        json.WriteStartArray("entries");
        foreach (var entry in cause.Entries)
        {
            json.WriteStartObject();
            json.WriteString("entry", entry.Name.ToString());
            json.WriteString("what", entry.What);
            json.WriteString("who", entry.Who);
            json.WriteString("at", Time(entry.At));
            json.WriteString("reason", entry.Reason);
            json.WriteBoolean("merged", entry.IsFromElsewhere);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Called(MovedFigure figure)
    {
        var text = (figure.Move.After ?? figure.Move.Before)!.Text;
        return text.Length == 0 ? SafeText.Line(figure.Move.Claim) : $"{SafeText.Line(text)} ({SafeText.Line(figure.Move.Claim)})";
    }

    private static string Compared(FigureMove move) => $"{(move.Before is { } before ? $"signed: {Of(before)}" : "was not there")}   {(move.After is { } after ? $"now: {Of(after)}" : "is not there any more")}";

    private static string Of(FigureStanding standing) =>
        $"{(standing.Verdict is { } verdict ? verdict.Word() + ", " : "")}{standing.Ends}{(standing.Unread > 0 ? $", {Screen.Digits(standing.Unread)} unread" : "")}";

    private static string Sum(SinceReport report)
    {
        var words = WorstFirst.Select(w => (Word: w, Count: report.Count(w))).Where(w => w.Count > 0).Select(w => $"{w.Count} {w.Word}").ToList();
        return words.Count == 0 ? $"all {report.Unmoved} figures stand as they were signed." : $"{string.Join(", ", words)}; {report.Unmoved} stand as they were signed.";
    }

    private static string Counts(IReadOnlyList<FigureStanding> claims) => string.Join(", ", claims.Where(c => c.Draft is not null).GroupBy(c => c.Verdict).OrderBy(g => g.Key)
        .Select(g => $"{g.Count()} {g.Key?.Word() ?? "of an unknown verdict"}").DefaultIfEmpty("no figures"));

    private static Ink InkOf(string word) => word switch { "broken" => Ink.Red, "mended" => Ink.Green, _ => Ink.Yellow };
}
