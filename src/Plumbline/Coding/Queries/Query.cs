using Plumbline.Evidence;

namespace Plumbline.Coding.Queries;

/// <summary>
/// A query that was read without fault: of the search box, or a rule of a codebook. The language is described in
/// docs/query-language.md. Immutable; compiled for a vocabulary by <see cref="QueryProgram"/>.
/// </summary>
public sealed class Query
{
    private Query(string text, QueryNode root, IReadOnlyList<string> sections)
    {
        Text = text;
        Root = root;
        Sections = sections;
    }

    /// <summary>The query as it was written.</summary>
    public string Text { get; }

    /// <summary>Names of the sections it asks for, each once, in order; empty when it asks for none.</summary>
    public IReadOnlyList<string> Sections { get; }

    internal QueryNode Root { get; }

    /// <summary>Reads a query; null when it has a fault. Faults and warnings (COD0xx) are added to <paramref name="problems"/>.</summary>
    /// <param name="text">The query.</param>
    /// <param name="origin">Where it stands.</param>
    /// <param name="problems">Faults, with the column and a guess.</param>
    /// <param name="sections">The names of sections that exist; null: any name will do.</param>
    public static Query? Parse(string text, QueryOrigin origin, List<Problem> problems, IReadOnlyCollection<string>? sections = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var faults = new QueryProblems(text, origin);
            var pieces = new QueryLexer(text, faults).Read();
            var parser = new QueryParser(text, pieces, faults, sections);
            var root = parser.Parse();
            problems.AddRange(faults.Warnings);
            return new Query(text, root, parser.Sections);
        }
        catch (QueryFault fault)
        {
            problems.Add(fault.Problem);
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
