using Plumbline.Cases.Yaml;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>What the readers of one codebook share: where faults go, and the names known so far.</summary>
internal sealed class ReadingContext(string shownName, string text, YamlFaults faults, string? root)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');

    public string ShownName { get; } = shownName;

    /// <summary>Folder that paths of lists are below; null for a codebook that lies nowhere.</summary>
    public string? Root { get; } = root;

    public YamlFaults Faults { get; } = faults;

    /// <summary>Faults inside queries, which name their own line and column.</summary>
    public List<Problem> QueryProblems { get; } = [];

    public List<SectionRule> Sections { get; } = [];

    /// <summary>Terms read so far, each as the group that is put in.</summary>
    public Dictionary<string, string> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms with faults, which are told at the term and not at each use.</summary>
    public HashSet<string> FaultyTerms { get; } = new(StringComparer.Ordinal);

    public List<string> VariableNames { get; } = [];

    public bool HasSection(string name) => Sections.Exists(s => s.Name == name);

    /// <summary>The queries of a list; those with a fault are left out and told.</summary>
    public IReadOnlyList<Query> Queries(IReadOnlyList<YamlNode> nodes, bool allowSections = true)
    {
        var queries = new List<Query>();
        foreach (var node in nodes.OfType<YamlScalar>())
        {
            if (Query(node, 0, allowSections) is { } query)
            {
                queries.Add(query);
            }
        }

        return queries;
    }

    /// <summary>The query that stands in a scalar from a character on; null with a fault.</summary>
    public Query? Query(YamlScalar node, int from, bool allowSections = true)
    {
        var line = node.Line <= lines.Length ? lines[node.Line - 1] : null;
        var origin = new QueryOrigin(ShownName, node.Line, node.Column + (node.IsPlain ? 0 : 1) + from, line);
        var query = TermReader.Parse(node.Text[from..], origin, allowSections ? [.. Sections.Select(s => s.Name)] : null, this);
        if (!allowSections && query is { Sections.Count: > 0 })
        {
            Faults.WrongSection(node, "A term, or a query that finds sections or units, can't ask for a section.", "Take section: out of it.");
        }

        return query;
    }
}
