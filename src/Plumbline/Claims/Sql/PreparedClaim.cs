namespace Plumbline.Claims.Sql;

/// <summary>
/// A claim past its gate, with the statements that read it. A flag's letter: <c>c</c> confirmed, <c>p</c> possible,
/// <c>u</c> unknown, with <c>w</c> of the whole of a share; <c>an</c> amount not known; <c>clo</c>..<c>phi</c> the low and
/// high end of the amount in each reading.
/// </summary>
internal sealed class PreparedClaim
{
    private readonly ClaimPrinter confirmed, possible;
    private readonly SqlExpression? part, whole;

    public PreparedClaim(Measure measure, ClaimShape partShape, ClaimShape? wholeShape)
    {
        Measure = measure;
        Part = partShape;
        Whole = wholeShape;
        IsFlat = partShape.IsFlat && wholeShape is not { IsFlat: false };
        var reads = new Dictionary<TableKind, TableReads>();
        foreach (var read in partShape.Reads.Values.Concat(wholeShape?.Reads.Values ?? []))
        {
            reads.TryAdd(read.Kind, new TableReads(read.Kind));
            reads[read.Kind].Add(read);
        }

        AllReads = [.. reads.Values];
        Reads = reads[partShape.Kind];
        Rows = new ReadingRows(Reads);
        (confirmed, possible) = (new ClaimPrinter(false, IsFlat, reads), new ClaimPrinter(true, IsFlat, reads));
        whole = wholeShape?.Where;
        part = partShape.Where is null ? whole : whole is null ? partShape.Where : new Logic(true, [partShape.Where, whole], default);
    }

    /// <summary>What is taken from the units.</summary>
    public Measure Measure { get; }

    /// <summary>The claim.</summary>
    public ClaimShape Part { get; }

    /// <summary>The whole of a share.</summary>
    public ClaimShape? Whole { get; }

    /// <summary>True when each row can be judged by itself.</summary>
    public bool IsFlat { get; }

    /// <summary>What is read, by table.</summary>
    public IReadOnlyList<TableReads> AllReads { get; }

    /// <summary>What is read of the units that are counted.</summary>
    public TableReads Reads { get; }

    /// <summary>Rows of the units that are counted.</summary>
    public ReadingRows Rows { get; }

    /// <summary>The condition of a flat claim, with that of its whole.</summary>
    public SqlExpression? Condition => part;

    /// <summary>Prints for the confirmed reading.</summary>
    public ClaimPrinter Confirmed => confirmed;

    /// <summary>Prints for the possible reading; over rows of standing values, for those.</summary>
    public ClaimPrinter Standing => possible;

    /// <summary>True when there are amounts.</summary>
    public bool HasAmount => Measure is Measure.Sum or Measure.Min or Measure.Max or Measure.First or Measure.Last;

    /// <summary>Flags of the units with one set of values, a row each.</summary>
    public string PlainFlags => $"SELECT *, pcur AS pcur2 FROM ({FlagsOver(Rows.Plain)})";

    /// <summary>Flags with group and key, a row a unit: of a flat claim, units with several sets of values or in open merges; else of all units.</summary>
    public string UnitFlags => IsFlat ? FlatUnits : WholeUnits;

    /// <summary>Flags of the mixtures of open merges, a row a merge.</summary>
    public string MergedFlags =>
        $"SELECT group_id, bool_or(p), bool_or(wp), min(plo) FILTER (p), max(phi) FILTER (p), min(pcur) FILTER (p), max(pcur) FILTER (p) FROM "
        + $"(SELECT group_id, {IsTrue(possible, part)} AS p, {IsTrue(possible, whole)} AS wp{Amounts(possible, "p")} FROM ({Rows.Merged})) GROUP BY group_id";

    private string FlatUnits
    {
        get
        {
            var columns = Reads.Variables.SelectMany(v => v.Columns.Select(c => c.Column)).Concat(Reads.Own ? ["file", "document"] : []).Select(c => SqlText.Name(c + "~c")).ToList();
            var key = (Part.IsSeparable && Whole?.IsSeparable != false) || columns.Count == 0 ? "0" : $"any_value(hash({string.Join(", ", columns)}))";
            return $"SELECT unit_id, any_value(group_id) AS group_id, {key} AS key, bool_or(c) AS c, bool_or(p) AS p, bool_or(u) AS u, bool_or(wc) AS wc, bool_or(wp) AS wp, bool_or(wu) AS wu, "
                   + "(bool_or(an) AND max(phi) FILTER (p) IS NULL) AS an, min(clo) AS clo, max(chi) AS chi, min(plo) FILTER (p) AS plo, max(phi) FILTER (p) AS phi, "
                   + $"min(pcur) FILTER (p) AS pcur, max(pcur) FILTER (p) AS pcur2 FROM ({FlagsOver(Rows.Special)}) GROUP BY unit_id";
        }
    }

    private string WholeUnits
    {
        get
        {
            // Where another table takes part, what isn't known of any of its units may decide about any unit here.
            var others = AllReads.Where(r => r.Kind != Reads.Kind && r.Variables.Count > 0)
                .Select(r => $" OR EXISTS (SELECT 1 FROM ({new ReadingRows(r).Known}) WHERE NOT known)");
            var unknown = $"(NOT k.known{string.Concat(others)})";
            var (wc, wp) = Whole is null ? ("FALSE", "FALSE") : ("(wc.unit_id IS NOT NULL)", "(wp.unit_id IS NOT NULL)");
            var (c, p) = Whole is null ? ("(c.unit_id IS NOT NULL)", "(p.unit_id IS NOT NULL)") : ($"(c.unit_id IS NOT NULL AND {wc})", $"(p.unit_id IS NOT NULL AND {wp})");
            var joins = $"LEFT JOIN {Units(confirmed, Part, HasAmount)} c ON c.unit_id = k.unit_id LEFT JOIN {Units(possible, Part, HasAmount)} p ON p.unit_id = k.unit_id"
                        + (Whole is null ? "" : $" LEFT JOIN {Units(confirmed, Whole, false)} wc ON wc.unit_id = k.unit_id LEFT JOIN {Units(possible, Whole, false)} wp ON wp.unit_id = k.unit_id");
            return $"SELECT k.unit_id, k.group_id, 0 AS key, {c} AS c, {p} AS p, {unknown} AS u, {wc} AS wc, {wp} AS wp, {(Whole is null ? "FALSE" : unknown)} AS wu, "
                   + $"{(HasAmount ? $"({p} AND p.hi IS NULL AND {unknown})" : "FALSE")} AS an, c.lo AS clo, c.hi AS chi, p.lo AS plo, p.hi AS phi, p.cur AS pcur, p.cur2 AS pcur2"
                   + $" FROM ({Rows.Known}) k {joins}";
        }
    }

    private string Units(ClaimPrinter printer, ClaimShape shape, bool hasAmount) =>
        $"(SELECT unit_id, {(hasAmount ? "min(lo) AS lo, max(hi) AS hi, min(cur) AS cur, max(cur) AS cur2" : "NULL AS lo, NULL AS hi, NULL AS cur, NULL AS cur2")} "
        + $"FROM ({printer.Units(shape, hasAmount ? Measure : Measure.Count)}) GROUP BY unit_id)";

    private string FlagsOver(string rows)
    {
        var (c, p, u) = (IsTrue(confirmed, part), IsTrue(possible, part), $"({confirmed.PrintKnown(part)} IS NULL)");
        var (wc, wp, wu) = Whole is null ? ("FALSE", "FALSE", "FALSE") : (IsTrue(confirmed, whole), IsTrue(possible, whole), $"({confirmed.PrintKnown(whole)} IS NULL)");
        var known = Part.Amount is null ? "TRUE" : ClaimPrinter.Known(Part.Amount, isWhole: ClaimTree.Date(Part.Amount) is null);
        return $"SELECT *, {(HasAmount ? "(p AND phi IS NULL AND NOT known)" : "FALSE")} AS an FROM (SELECT *, {c} AS c, {p} AS p, {u} AS u, {wc} AS wc, {wp} AS wp, {wu} AS wu, "
               + $"({known}) AS known{Amounts(confirmed, "c")}{Amounts(possible, "p")} FROM ({rows}))";
    }

    private string Amounts(ClaimPrinter printer, string letter) => HasAmount
        ? printer.Amount(Part.Amount, Measure, Part.CurrencyOf, letter)
        : $", NULL AS {letter}lo, NULL AS {letter}hi, NULL AS {letter}cur";

    private static string IsTrue(ClaimPrinter printer, SqlExpression? condition) => condition is null ? "TRUE" : $"coalesce({printer.Print(condition)}, FALSE)";
}
