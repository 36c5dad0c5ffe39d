using System.Data.Common;
using System.Globalization;

namespace Plumbline.Claims.Sql;

/// <summary>
/// Of how many units each variable is settled and known. Where nearly all are, as in tables of somebody else's, a claim is read of those in one plain
/// look, and the doubtful rest is read apart: it is taken out of the table once for many claims. Not thread safe.
/// </summary>
/// <param name="connection">The tables. What is taken out goes with it.</param>
/// <param name="schema">What they are.</param>
internal sealed class KnownUnits(DbConnection connection, TablesSchema schema)
{
    /// <summary>From here on it is quicker to read settled units and others apart.</summary>
    private const double MostlySettled = 0.5;

    /// <summary>Most doubtful units that are taken out: they are held in memory.</summary>
    private const long MostTakenOut = 1_000_000;

    private readonly Dictionary<string, string?> doubtful = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> kept = new(StringComparer.Ordinal);

    /// <summary>The part of the units, 0 to 1, that has to be more than settled in each variable of a claim for them to be read apart.</summary>
    public double Apart { get; init; } = MostlySettled;

    /// <summary>Most doubtful units that are taken out, as a part of all; 0 for none: that is worth it only for many claims.</summary>
    public double TakenOut { get; init; }

    /// <summary>The part of the units, by id, in which the first units of claims are looked for first.</summary>
    public double BeginningPart { get; init; } = 0.01;

    /// <summary>Units from which on that is worth it.</summary>
    public long LeastForBeginning { get; init; } = 200_000;

    /// <summary>True when most units are settled and known in all that is read.</summary>
    public bool IsMostly(TableReads reads) => reads.Variables.All(v => schema.KnownPart(connection, reads.Kind, v) > Apart);

    /// <summary>True when a variable is not settled, or not known, of some unit.</summary>
    public bool HasDoubts(TableKind kind, TableVariable variable) => schema.KnownPart(connection, kind, variable) < 1;

    /// <summary>A table of the units of which anything is not settled, not known, or in an open merge; the kind's own table where they were not taken out.</summary>
    public string Doubtful(TableKind kind)
    {
        if (!doubtful.TryGetValue(kind.Name, out var taken))
        {
            doubtful.Add(kind.Name, taken = TakenOut > 0 ? TakeOut(kind) : null);
        }

        return taken ?? ReadingRows.TableOf(kind);
    }

    /// <summary>
    /// A table of the units with the first ids; null where none was taken out: for few claims, or few units. What many claims count has its first units there, and the ids of
    /// all units, which take longer to read than all other columns of a claim, need not be looked at.
    /// </summary>
    public string? Beginning(TableKind kind)
    {
        if (!beginnings.TryGetValue(kind.Name, out var taken))
        {
            beginnings.Add(kind.Name, taken = TakenOut > 0 ? TakeBeginning(kind) : null);
        }

        return taken;
    }

    /// <summary>A table with the rows of a statement that many claims read, once doubtful units were taken out; else null.</summary>
    public string? Kept(string rows)
    {
        if (!doubtful.Values.Any(t => t is not null))
        {
            return null;
        }

        if (!kept.TryGetValue(rows, out var name))
        {
            kept.Add(rows, name = Make($"~kept {kept.Count}", rows));
        }

        return name;
    }

    private string? TakeOut(TableKind kind)
    {
        var doubts = ReadingRows.IsDoubtful(kind, v => HasDoubts(kind, v));
        var row = TablesSchema.Rows(connection, $"SELECT count(*), count(*) FILTER ({doubts}) FROM {ReadingRows.TableOf(kind)} s")[0];
        if (row is not [long all, long some] || some > all * TakenOut || some > MostTakenOut)
        {
            return null;
        }

        return Make(kind.Name + "~doubtful", $"SELECT s.* FROM {ReadingRows.TableOf(kind)} s WHERE {doubts}");
    }

    private string? TakeBeginning(TableKind kind)
    {
        var table = ReadingRows.TableOf(kind);
        if (TablesSchema.Rows(connection, $"SELECT count(*) FROM {table}")[0] is not [long all] || all < LeastForBeginning)
        {
            return null;
        }

        // A guess will do: ids are as good as random.
        var cut = TablesSchema.Rows(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT quantile_disc(unit_id, {BeginningPart}) FROM (SELECT unit_id FROM {table} USING SAMPLE 20000 ROWS)"))[0][0];
        return cut is string id ? Make(kind.Name + "~beginning", $"SELECT s.* FROM {table} s WHERE s.unit_id <= {SqlText.Literal(id)}") : null;
    }

    // No name of a kind has a ~, so that no claim can mean such a table. Where there is no memory for it, all is read in its place.
    private string? Make(string name, string rows)
    {
        try
        {
            TablesSchema.Rows(connection, $"CREATE TEMP TABLE {SqlText.Name(name)} AS {rows}");
            return "temp." + SqlText.Name(name);
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            return null;
        }
    }
}
