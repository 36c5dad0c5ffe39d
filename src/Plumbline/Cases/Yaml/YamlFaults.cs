using Plumbline.Evidence;

namespace Plumbline.Cases.Yaml;

/// <summary>Collects the faults of one YAML file; readers of codebooks and claims add theirs to those of the shape.</summary>
public sealed class YamlFaults(string shownName, string text)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');
    private readonly List<Problem> problems = [];

    /// <summary>All faults, in order of place.</summary>
    public IReadOnlyList<Problem> All => [.. problems.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column)];

    /// <summary>Adds a fault at a 1-based line and column.</summary>
    public void Add(string code, string sentence, string @try, (int Line, int Column) at, Severity severity = Severity.Error)
    {
        var line = at.Line >= 1 && at.Line <= lines.Length ? lines[at.Line - 1] : null;
        problems.Add(new Problem(code, severity, sentence, @try, new ProblemPlace(shownName, at.Line, at.Column, SourceLine: line)));
    }

    /// <summary>Adds a fault at a node.</summary>
    public void Add(string code, string sentence, string @try, YamlNode node, Severity severity = Severity.Error) =>
        Add(code, sentence, @try, (node.Line, node.Column), severity);
}
