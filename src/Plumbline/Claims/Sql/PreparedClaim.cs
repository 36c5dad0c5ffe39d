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

    /// <param name="measure">What is taken from the units.</param>
    /// <param name="partShape">The claim.</param>
    /// <param name="wholeShape">The whole of a share.</param>
    /// <param name="known">Of which units what is known.</param>
    public PreparedClaim(Measure measure, ClaimShape partShape, ClaimShape? wholeShape, KnownUnits known)
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
        IsMostlySettled = IsFlat && known.IsMostly(Reads);
        Rows = IsMostlySettled ? new ReadingRows(Reads, known) : new ReadingRows(Reads);
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

    /// <summary>True when most units are settled and known in all that is read: then those are read apart, by <see cref="SettledFlags"/>.</summary>
    public bool IsMostlySettled { get; }

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

    /// <summary>
    /// Flags of the units of <see cref="ReadingRows.Settled"/> that the claim (of a share: its whole) counts, a row each. There confirmed and possible are one, and
    /// nothing is unknown; units that it leaves out are not there, so that the engine need not look at all columns of all rows.
    /// </summary>
    public string SettledFlags => FlagsOverSettled(Rows.Settled);

    /// <summary>The same of the units with the first ids alone; null where they were not taken out.</summary>
    public string? BeginningFlags => Rows.SettledBeginning is { } rows ? FlagsOverSettled(rows) : null;

    /// <summary>Flags of the units with one set of values that are not in <see cref="ReadingRows.Settled"/>, a row each.</summary>
    public string UnsettledFlags => $"SELECT *, pcur AS pcur2 FROM ({FlagsOver(Rows.Unsettled)})";

    /// <summary>Flags with group and key, a row a unit: of a flat claim, units with several sets of values or in open merges; else of all units.</summary>
    public string UnitFlags => IsFlat ? FlatUnits : WholeUnits;

    /// <summary>
    /// The flags of a row, as columns whose names end in <paramref name="n"/>: claims that read the same stand side by side over the same rows.
    /// </summary>
    public string RowFlags(string n)
    {
        var (c, p, u) = (IsTrue(confirmed, part), IsTrue(possible, part), $"({confirmed.PrintKnown(part)} IS NULL)");
        var (wc, wp, wu) = Whole is null ? ("FALSE", "FALSE", "FALSE") : (IsTrue(confirmed, whole), IsTrue(possible, whole), $"({confirmed.PrintKnown(whole)} IS NULL)");
        var known = Part.Amount is null ? "TRUE" : ClaimPrinter.Known(Part.Amount, isWhole: ClaimTree.Date(Part.Amount) is null);
        return $", {c} AS c{n}, {p} AS p{n}, {u} AS u{n}, {wc} AS wc{n}, {wp} AS wp{n}, {wu} AS wu{n}, ({known}) AS known{n}{Amounts(confirmed, "c", n)}{Amounts(possible, "p", n)}";
    }

    /// <summary>The flag for an amount that is not known, over rows with <see cref="RowFlags"/>.</summary>
    public string AmountFlag(string n) => $", {(HasAmount ? $"(p{n} AND phi{n} IS NULL AND NOT known{n})" : "FALSE")} AS an{n}";

    /// <summary>The flags of a unit, over those of its rows.</summary>
    public string UnitOfRows(string n)
    {
        var columns = Reads.Variables.SelectMany(v => v.Columns.Select(c => c.Column)).Concat(Reads.Own ? ["file", "document"] : []).Select(c => SqlText.Name(c + "~c")).ToList();
        var key = (Part.IsSeparable && Whole?.IsSeparable != false) || columns.Count == 0 ? "0" : $"any_value(hash({string.Join(", ", columns)}))";
        return $", {key} AS key{n}, bool_or(c{n}) AS c{n}, bool_or(p{n}) AS p{n}, bool_or(u{n}) AS u{n}, bool_or(wc{n}) AS wc{n}, bool_or(wp{n}) AS wp{n}, bool_or(wu{n}) AS wu{n}, "
               + $"(bool_or(an{n}) AND max(phi{n}) FILTER (p{n}) IS NULL) AS an{n}, min(clo{n}) AS clo{n}, max(chi{n}) AS chi{n}, min(plo{n}) FILTER (p{n}) AS plo{n}, max(phi{n}) FILTER (p{n}) AS phi{n}, "
               + $"min(pcur{n}) FILTER (p{n}) AS pcur{n}, max(pcur{n}) FILTER (p{n}) AS pcur2{n}";
    }

    /// <summary>What a row of a mixture of an open merge is for the claim.</summary>
    public string MixtureFlags(string n) => $", {IsTrue(possible, part)} AS p{n}, {IsTrue(possible, whole)} AS wp{n}{Amounts(possible, "p", n)}";

    private string FlatUnits => $"SELECT unit_id, any_value(group_id) AS group_id{UnitOfRows("")} FROM ({FlagsOver(Rows.Special)}) GROUP BY unit_id";

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

    private string FlagsOverSettled(string rows)
    {
        var (isPart, counted) = Whole is null ? ("TRUE", part) : (IsTrue(possible, Part.Where), whole);
        var isWhole = Whole is null ? "FALSE" : "TRUE";
        var amounts = HasAmount ? possible.Amount(Part.Amount, Measure, Part.CurrencyOf, "p") + possible.Amount(Part.Amount, Measure, Part.CurrencyOf, "c") : ", NULL AS plo, NULL AS phi, NULL AS pcur, NULL AS clo, NULL AS chi, NULL AS ccur";
        return $"SELECT *, pcur AS pcur2 FROM (SELECT *, {isPart} AS c, {isPart} AS p, FALSE AS u, {isWhole} AS wc, {isWhole} AS wp, FALSE AS wu, FALSE AS an{amounts} FROM ({rows}){(counted is null ? "" : $" WHERE {possible.Print(counted)}")})";
    }

    private string FlagsOver(string rows) => $"SELECT *{AmountFlag("")} FROM (SELECT *{RowFlags("")} FROM ({rows}))";

    private string Amounts(ClaimPrinter printer, string letter, string n) => HasAmount
        ? printer.Amount(Part.Amount, Measure, Part.CurrencyOf, letter, n)
        : $", NULL AS {letter}lo{n}, NULL AS {letter}hi{n}, NULL AS {letter}cur{n}";

    private static string IsTrue(ClaimPrinter printer, SqlExpression? condition) => condition is null ? "TRUE" : $"coalesce({printer.Print(condition)}, FALSE)";
}
