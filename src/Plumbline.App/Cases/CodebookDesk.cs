using Plumbline.Cli;
using Plumbline.Coding;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Linting;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;

namespace Plumbline.App.Cases;

/// <summary>A codebook's text, looked at.</summary>
/// <param name="Codebook">What it says; null when it has faults.</param>
/// <param name="Problems">Faults; without any, warnings, and examples that come out otherwise.</param>
/// <param name="Examples">How many examples were run.</param>
/// <param name="Changes">What it changes against the file, at a glance.</param>
/// <param name="CutsOtherwise">True when units may become others: other documents, split, sections or key.</param>
internal sealed record CodebookCheck(Codebook? Codebook, IReadOnlyList<Problem> Problems, int Examples, IReadOnlyList<VariableGlance> Changes, bool CutsOtherwise);

/// <summary>What a rule finds.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Report">Its hits.</param>
internal sealed record RulePreview(string Rule, SearchReport Report);

/// <summary>Codebooks on the desk: reading them, and editing one while its findings, hits and effects are shown. Thread safe.</summary>
internal sealed class CodebookDesk(OpenCase open) : IDisposable
{
    /// <summary>Texts that a preview shows.</summary>
    public const int Shown = 5;

    /// <summary>Works out what an edit would change, and for which text.</summary>
    public BackgroundJob<(string Text, CodebookDiff Diff)[]> Comparing { get; } = new(open.Options.Clock);

    /// <summary>Names of the files, sorted.</summary>
    public IReadOnlyList<string> Files() => [.. CaseCodebooks.FilesOf(open.Folder).Select(f => Path.GetFileName(f))];

    /// <summary>The text of a file.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public string Text(string file) => File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n");

    /// <summary>Looks at a text: faults, else findings and examples.</summary>
    public CodebookCheck Check(string file, string text, CancellationToken cancellation = default)
    {
        var problems = new List<Problem>();
        var shown = "codebooks/" + file;
        if (Codebook.Parse(text, shown, problems, open.Folder.Root) is not { } codebook)
        {
            return new CodebookCheck(null, problems, 0, [], false);
        }

        if (Others(file).Contains(codebook.Kind.Table, StringComparer.OrdinalIgnoreCase))
        {
            return new CodebookCheck(null, [AppProblems.SameUnit(codebook.Kind.Table).ToProblem()], 0, [], false);
        }

        problems.AddRange(CodebookLint.Run(codebook, text));
        problems.AddRange(ExampleRun.Misses(codebook).Select(e => CodebookProblems.WrongOutcome(shown, text, e)));
        if (open.Built is { } built && built.Units.ContainsKey(codebook.Kind.Table))
        {
            problems.AddRange(built.Lint(codebook, text, cancellation));
        }

        var old = Codebook.Read(PathOf(file), shown, []);
        return new CodebookCheck(
            codebook,
            [.. problems.OrderByDescending(p => p.Severity).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ThenBy(p => p.Code, StringComparer.Ordinal)],
            ExampleRun.Count(codebook),
            old is null || old.Kind.Table != codebook.Kind.Table ? [] : CodebookGlance.Of(old, codebook, open.Decisions.Log),
            old is not null && (old.Kind.Table != codebook.Kind.Table || old.ShapeHash != codebook.ShapeHash || !old.Key.SequenceEqual(codebook.Key)));
    }

    /// <summary>What a rule finds in the texts of the build in use; null without a build, or where rules read no texts.</summary>
    /// <param name="file">Name of the codebook's file.</param>
    /// <param name="codebook">The codebook as it is written now.</param>
    /// <param name="rule">Name of the rule; null: the first that is another than in the file, else the first.</param>
    /// <param name="cancellation">Somebody typed on.</param>
    public RulePreview? Preview(string file, Codebook codebook, string? rule, CancellationToken cancellation = default)
    {
        if (open.Built is not { } built || codebook.Of == PlaceKind.Row || !built.Units.ContainsKey(codebook.Kind.Table))
        {
            return null;
        }

        var all = codebook.Parts.Variables.SelectMany(v => v.Rules.Select(r => (Rule: r, v.Variable))).ToList();
        var before = Codebook.Read(PathOf(file), file, [])?.Parts.Variables.SelectMany(v => v.Rules).ToDictionary(r => r.Name, r => r.Version, StringComparer.Ordinal) ?? [];
        var found = all.FirstOrDefault(r => r.Rule.Name == rule);
        found = found.Rule is not null ? found : all.FirstOrDefault(r => before.GetValueOrDefault(r.Rule.Name) != r.Rule.Version);
        found = found.Rule is not null || all.Count == 0 ? found : all[0];
        return found.Rule is null ? null
            : new RulePreview(found.Rule.Name, built.Preview(codebook, found.Rule, found.Variable, new CaseSearchOptions { First = Shown, HitsOfEach = 2 }, cancellation));
    }

    /// <summary>Begins to work out what a text would change: units, values, figures, decisions. Writes nothing.</summary>
    public void Compare(string text) => Comparing.Start((progress, stop) =>
    {
        using var temporary = TemporaryFiles.Take(open.Folder);
        var path = temporary.Next();
        File.WriteAllText(path, text);
        var options = new BuildOptions { Workers = Math.Max(1, Environment.ProcessorCount), ReaderCommand = open.Options.Child(Workers.Read) };
        return [(text, CodebookChange.Between(open.Folder, null, path, options, open.Options.Child(Workers.Sql), progress, stop))];
    });

    /// <summary>Puts a text in the place of a file. It is there, whole, when this comes back; the next update reads by it.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="before">The text as it was when somebody began to edit it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UsageException">The person may not, it has faults, or the file was changed by another program meanwhile.</exception>
    public void Save(string file, string before, string text)
    {
        open.Require(Act.Edit);
        if (Check(file, text) is { Codebook: null } check)
        {
            throw new UsageException(check.Problems[0].Code, check.Problems[0].Sentence, check.Problems[0].Try);
        }

        if (Text(file) != before.ReplaceLineEndings("\n"))
        {
            throw AppProblems.ChangedElsewhere();
        }

        var path = PathOf(file);
        try
        {
            File.WriteAllText(path + ".new", text.ReplaceLineEndings("\n"));
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AppProblems.NotWritten(e);
        }

        Comparing.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Comparing.Dispose();

    private string PathOf(string file) => CaseCodebooks.FilesOf(open.Folder).FirstOrDefault(f => Path.GetFileName(f) == file) ?? throw AppProblems.NoCodebook();

    private IEnumerable<string> Others(string file) =>
        CaseCodebooks.FilesOf(open.Folder).Where(f => Path.GetFileName(f) != file).Select(f => Codebook.Read(f, f, [])?.Kind.Table).OfType<string>();
}
