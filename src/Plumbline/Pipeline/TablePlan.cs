using Plumbline.Coding;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>What the tables of a unit kind depend on, by the names of files: a file of a build is right by its name.</summary>
internal static class TablePlan
{
    /// <summary>What was made, to be kept in the manifest.</summary>
    public static BuiltTable Built(Codebook codebook, IReadOnlyList<PartFiles> parts, RowDigest digest, RowDigest decided, IReadOnlyList<VariableWriter> writers) => new()
    {
        Layout = Layout(codebook, parts),
        Digest = digest.ToString(),
        Decided = decided.ToString(),
        Variables = Variables(writers.GroupBy(w => w.Variable.Name, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => new BuiltVariable(Codings(codebook, parts, g.Key), Sum(g.Select(w => w.Digest)).ToString()), StringComparer.Ordinal)),
    };

    /// <summary>The variables sorted by name.</summary>
    public static SortedDictionary<string, BuiltVariable> Variables(IReadOnlyDictionary<string, BuiltVariable> variables) =>
        new(variables.ToDictionary(), StringComparer.Ordinal);

    /// <summary>Columns, members and their order, and the codings that the key is made of.</summary>
    public static string Layout(Codebook codebook, IReadOnlyList<PartFiles> parts) => PartNames.Hash(
    [
        TableSchema.Of(codebook.Kind),
        .. parts.Select(p => p.Members(codebook.Kind.Table, codebook.ShapeHash)),
        .. codebook.Key.SelectMany(k => parts.Select(p => CodingStage.NameOf(p, codebook, k)).Prepend(k)),
    ]);

    /// <summary>The files of a variable's codings.</summary>
    public static string Codings(Codebook codebook, IReadOnlyList<PartFiles> parts, string variable) =>
        PartNames.Hash(parts.Select(p => CodingStage.NameOf(p, codebook, variable)));

    /// <summary>The digest of all tables.</summary>
    public static string Digest(IEnumerable<BuiltTable> tables) => Sum(tables
        .SelectMany(t => t.Variables.Values.Select(v => v.Digest).Prepend(t.Digest).Prepend(t.Decided))
        .Select(d => RowDigest.Parse(d) ?? throw PipelineProblems.DamagedBuild())).ToString();

    private static RowDigest Sum(IEnumerable<RowDigest> digests)
    {
        var sum = new RowDigest();
        foreach (var digest in digests)
        {
            sum.Add(digest);
        }

        return sum;
    }
}
