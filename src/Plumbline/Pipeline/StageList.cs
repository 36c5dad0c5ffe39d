namespace Plumbline.Pipeline;

/// <summary>A stage as users meet it: in help, in docs, in messages.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Prefix">Prefix of its problem codes.</param>
/// <param name="Meaning">What it does, one sentence.</param>
/// <param name="Reads">Names of the things it reads.</param>
/// <param name="Writes">Names of the things it writes.</param>
public sealed record StageDescription(
    string Name, string Prefix, string Meaning, IReadOnlyList<string> Reads, IReadOnlyList<string> Writes);

/// <summary>All stages. Their order is not written down: it follows from what each reads and writes.</summary>
public static class StageList
{
    private static readonly StageDescription[] Declared =
    [
        new("custody", "CUS", "Archives files as they came and writes down who gave them.", ["sources"], ["archive", "journal"]),
        new("ingest", "ING", "Reads archived files: text with positions, tables with rows.", ["archive"], ["text", "records"]),
        new("coding", "COD", "Gives variables of units their values by the codebooks' rules, each with its evidence.", ["codebooks", "text", "records"], ["codings"]),
        new("review", "REV", "Takes people's decisions and finds the units that they belong to.", ["codings", "text"], ["decisions"]),
        new("build", "BLD", "Settles which members are one unit and what stands, and lays the tables.", ["codings", "decisions", "journal"], ["tables"]),
        new("check", "CHK", "Reads a draft and says which of its figures hold.", ["drafts", "claims", "tables"], ["verdicts"]),
    ];

    /// <summary>The stages in the order in which data passes them; stages that don't depend on each other by name.</summary>
    public static IReadOnlyList<StageDescription> InOrder { get; } = Order(Declared);

    /// <summary>Sorts stages so that each comes after all that write what it reads.</summary>
    /// <exception cref="ArgumentException">Stages wait for each other in a circle.</exception>
    internal static IReadOnlyList<StageDescription> Order(IReadOnlyList<StageDescription> stages)
    {
        var left = stages.OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<StageDescription>();
        while (left.Count > 0)
        {
            var next = left.Find(s => !left.Exists(o => o != s && o.Writes.Intersect(s.Reads).Any()))
                ?? throw new ArgumentException("Stages wait for each other in a circle.", nameof(stages));
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
