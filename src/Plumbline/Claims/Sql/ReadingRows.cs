using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// The rows that a claim is read over, as SQL of ours. Each variable <c>x</c> that is read has <c>x~c</c> (settled value or
/// NULL), <c>x~p</c> (one possible value) and <c>x~k</c> (whether it is known); so have its companions. All names carry
/// their schema: nothing that a query names can stand in for them.
/// </summary>
/// <param name="reads">What is read.</param>
/// <param name="known">Of which units it is known; null where that was not looked at.</param>
internal sealed class ReadingRows(TableReads reads, KnownUnits? known = null)
{
    private const string Open = "('unclear', 'disputed')";
    private const string Merge = "\"~merge\"";

    private string Table => TableOf(reads.Kind);

    /// <summary>Where units that are not <see cref="Settled"/> are looked for.</summary>
    private string Doubtful => known?.Doubtful(reads.Kind) ?? Table;

    private string Alternatives => "store." + SqlText.Name(reads.Kind.Name + "_alternatives");

    private string Merging => $"(SELECT unit_id, {Merge} AS group_id FROM {Table} WHERE {Merge} IS NOT NULL)";

    private IEnumerable<TableVariable> Doubts => reads.Variables.Where(v => known?.HasDoubts(reads.Kind, v) != false);

    private IEnumerable<string> NotSpecial => HasSpecial ? [$"NOT ({IsSpecial})"] : [];

    private IEnumerable<TableVariable> Several => reads.Variables.Where(v => v.HasAlternatives || reads.Statuses.Contains(v));

    /// <summary>True when some unit has several possible values of what is read, or may be another unit.</summary>
    public bool HasSpecial => reads.Kind.HasOpenMerges || HasSeveral;

    /// <summary>True when some unit has several possible values of what is read.</summary>
    public bool HasSeveral => Several.Any();

    /// <summary>Units with one possible set of values, in no open merge: one row each.</summary>
    public string Plain => $"SELECT s.unit_id, {string.Join(", ", Standing("s"))} FROM {Table} s{Where([.. NotSpecial])}";

    /// <summary>
    /// Of the units with one set of values those of which all that is read is settled and known: whatever holds of them holds in every reading. Only the
    /// columns of the possible reading are there, named as they are in the table's index, so that the engine skips what a condition leaves out.
    /// </summary>
    public string Settled => SettledOf(Table);

    /// <summary>Those of <see cref="Settled"/> that have the first ids; null where they were not taken out.</summary>
    public string? SettledBeginning => known?.Beginning(reads.Kind) is { } beginning ? SettledOf(beginning) : null;

    /// <summary>The other units with one set of values: what is read is not settled, or not known.</summary>
    public string Unsettled => $"SELECT s.unit_id, {string.Join(", ", Standing("s"))} FROM {Doubtful} s{Where([.. NotSpecial, $"NOT ({string.Join(" AND ", Doubts.Select(IsKnown))})"])}";

    /// <summary>True when some unit may be <see cref="Unsettled"/>.</summary>
    public bool HasUnsettled => Doubts.Any();

    /// <summary>All other units: a row for each possible set of their own values, with the group of their open merge.</summary>
    public string Special =>
        $"SELECT s.unit_id, s.{Merge} AS group_id, {string.Join(", ", Possible("s"))} FROM (SELECT s.* FROM {Doubtful} s WHERE {IsSpecial}) s"
        + string.Concat(Several.Select((v, i) => $" LEFT JOIN {known?.Kept(AlternativesOf(v)) ?? $"({AlternativesOf(v)})"} {Alias(v)} ON {Alias(v)}.unit_id = s.unit_id"));

    /// <summary>Open merges: a row for each mixture of possible values of all their units.</summary>
    public string Merged
    {
        get
        {
            var own = $"SELECT * FROM ({Special}) WHERE group_id IS NOT NULL";
            var parts = reads.Variables.Select((v, i) => v.Multiple
                ? $"(SELECT group_id, list_distinct(flatten(list({Q(v.Name, "p")}))) AS {Q(v.Name, "p")}, unnest(list(DISTINCT {Q(v.Name + "_status", "p")})) AS {Q(v.Name + "_status", "p")} FROM own GROUP BY group_id) g{i}"
                : $"(SELECT DISTINCT group_id, {string.Join(", ", v.Columns.Select(c => Q(c.Column, "p")))} FROM own) g{i}").ToList();
            if (reads.Own)
            {
                parts.Add($"(SELECT DISTINCT group_id, {Q("file", "p")}, {Q("document", "p")} FROM own) f");
            }

            return $"WITH own AS MATERIALIZED ({own}) SELECT * FROM (SELECT DISTINCT group_id FROM own) d"
                   + string.Concat(parts.Select(p => $" JOIN {p} USING (group_id)"));
        }
    }

    /// <summary>
    /// The confirmed reading under the columns' plain names. A value of a unit in an open merge stands only where all
    /// units of the merge have it.
    /// </summary>
    public string Confirmed
    {
        get
        {
            var columns = reads.Variables.SelectMany(v => v.Columns.Select(c => (Column: c.Column, Variable: (TableVariable?)v)))
                .Concat(reads.Own ? [("file", null), ("document", null)] : []).ToList();
            if (!reads.Kind.HasOpenMerges)
            {
                return $"SELECT unit_id{string.Concat(columns.Select(c => $", {Q(c.Column, "c")} AS {SqlText.Name(c.Column)}"))} FROM ({Standings})";
            }

            string Agree(string column) => $"(count(*) OVER g = count({Q(column, "c")}) OVER g AND min({Q(column, "c")}) OVER g = max({Q(column, "c")}) OVER g)";
            string Value((string Column, TableVariable? Variable) c)
            {
                var judged = c.Variable is { IsDate: true } date && c.Column == date.Name ? $"{Agree(date.Name + "_from")} AND {Agree(date.Name + "_to")}" : Agree(c.Column);
                return $", CASE WHEN group_id IS NULL OR ({judged}) THEN {Q(c.Column, "c")} END AS {SqlText.Name(c.Column)}";
            }

            return $"SELECT unit_id{string.Concat(columns.Select(Value))} FROM ({Standings})"
                   + " WINDOW g AS (PARTITION BY group_id)";
        }
    }

    /// <summary>The possible reading under the columns' plain names, values of open merges as alternatives of each of their units.</summary>
    public string PossibleReading
    {
        get
        {
            var columns = reads.Variables.SelectMany(v => v.Columns.Select(c => c.Column)).Concat(reads.Own ? ["file", "document"] : []).ToList();
            var list = "unit_id" + string.Concat(columns.Select(c => $", {Q(c, "p")} AS {SqlText.Name(c)}"));
            return $"SELECT {list} FROM ({Plain})"
                   + (HasSpecial ? $" UNION ALL SELECT {list} FROM ({Special}) WHERE group_id IS NULL" : "")
                   + (reads.Kind.HasOpenMerges ? $" UNION ALL SELECT {list} FROM ({Merged}) JOIN {Merging} m USING (group_id)" : "");
        }
    }

    /// <summary>All units with their standing and settled values.</summary>
    public string Standings => $"SELECT s.unit_id, s.{Merge} AS group_id, {string.Join(", ", Standing("s"))} FROM {Table} s";

    /// <summary>All units with the group of their open merge (NULL for none), and <c>known</c>: whether all that is read of them is known.</summary>
    public string Known => $"SELECT unit_id, group_id, {KnownAll} AS known FROM ({Standings})";

    /// <summary>True for a row of <see cref="Standings"/> when all that is read is known, dates to the day.</summary>
    public string KnownAll => reads.Variables.Count == 0 ? "TRUE" : string.Join(" AND ", reads.Variables.Select(v => v.IsDate
        ? $"{Q(v.Name, "k")} AND ({Q(v.Name, "c")} IS NOT NULL OR {Q(v.Name + "_from", "c")} IS NULL)" : Q(v.Name, "k")));

    // The row itself says so: a join over the ids of all units would cost more than the rest of a claim.
    private string IsSpecial
    {
        get
        {
            var parts = reads.Variables.Where(v => v.HasAlternatives).Select(v => "s." + SqlText.Name(v.Name + "~several")).ToList();
            if (reads.Kind.HasOpenMerges)
            {
                parts.Add($"s.{Merge} IS NOT NULL");
            }

            parts.AddRange(reads.Statuses.Select(v => $"(NOT s.{SqlText.Name(v.Name + "_settled")} AND s.{SqlText.Name(v.Name + "_status")} IN {Open})"));
            return parts.Count == 0 ? "FALSE" : string.Join(" OR ", parts);
        }
    }

    /// <summary>The table of a kind.</summary>
    public static string TableOf(TableKind kind) => "store." + SqlText.Name(kind.Name);

    /// <summary>Whether anything of a row <c>s</c> of the table is not settled, not known, or may be another unit's.</summary>
    /// <param name="kind">The table.</param>
    /// <param name="hasDoubts">False for a variable that is settled and known of every unit.</param>
    public static string IsDoubtful(TableKind kind, Func<TableVariable, bool> hasDoubts)
    {
        string[] parts =
        [
            .. kind.Variables.Where(hasDoubts).Select(v => "NOT " + IsKnown(v)), .. kind.Variables.Where(v => v.HasAlternatives).Select(v => "s." + SqlText.Name(v.Name + "~several")),
            .. kind.HasOpenMerges ? [$"s.{Merge} IS NOT NULL"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "FALSE" : string.Join(" OR ", parts);
    }

    /// <summary>Whether a variable is settled and known of a row <c>s</c> of the table, a date to the day.</summary>
    public static string IsKnown(TableVariable variable)
    {
        var name = "s." + SqlText.Name(variable.Name);
        return $"(s.{SqlText.Name(variable.Name + "_settled")} AND s.{SqlText.Name(variable.Name + "_status")} NOT IN ('unclear', 'disputed', 'not-coded')"
               + (variable.IsDate ? $" AND ({name} IS NOT NULL OR s.{SqlText.Name(variable.Name + "_from")} IS NULL))" : ")");
    }

    private static string Where(IReadOnlyList<string> parts) => parts.Count == 0 ? "" : " WHERE " + string.Join(" AND ", parts);

    private string SettledOf(string table) =>
        $"SELECT s.unit_id, {string.Join(", ", Columns("s", (_, _, column) => $"s.{SqlText.Name(column)}", onlyPossible: true))} FROM {table} s{Where([.. NotSpecial, .. Doubts.Select(IsKnown)])}";

    private IEnumerable<string> Standing(string table) => Columns(table, (v, part, column) => $"{table}.{SqlText.Name(column)}");

    private IEnumerable<string> Possible(string table) => Columns(table, (v, part, column) => Several.Contains(v)
        ? $"CASE WHEN {Alias(v)}.given THEN {Alias(v)}.{SqlText.Name(column)} ELSE {table}.{SqlText.Name(column)} END" : $"{table}.{SqlText.Name(column)}");

    private IEnumerable<string> Columns(string table, Func<TableVariable, ColumnPart, string, string> possible, bool onlyPossible = false)
    {
        foreach (var own in new[] { "file", "document" })
        {
            yield return onlyPossible ? $"{table}.{own} AS {Q(own, "p")}" : $"{table}.{own} AS {Q(own, "c")}, {table}.{own} AS {Q(own, "p")}";
        }

        foreach (var variable in reads.Variables)
        {
            var settled = $"{table}.{SqlText.Name(variable.Name + "_settled")}";
            if (!onlyPossible)
            {
                yield return $"({settled} AND {table}.{SqlText.Name(variable.Name + "_status")} NOT IN ('unclear', 'disputed', 'not-coded')) AS {Q(variable.Name, "k")}";
            }

            foreach (var (part, column) in variable.Columns)
            {
                if (!onlyPossible)
                {
                    yield return $"CASE WHEN {settled} THEN {table}.{SqlText.Name(column)} END AS {Q(column, "c")}";
                }

                yield return $"{possible(variable, part, column)} AS {Q(column, "p")}";
            }
        }
    }

    // Where the status is read, what is unclear or in dispute may come out with any status, and without a value.
    private string AlternativesOf(TableVariable variable)
    {
        var rows = variable.Multiple
            ? $"SELECT unit_id, TRUE AS given, CAST(list_distinct(list(value)) AS {variable.SqlType}) AS {SqlText.Name(variable.Name)}, 'stated' AS {SqlText.Name(variable.Name + "_status")} FROM {Alternatives} WHERE variable = {SqlText.Literal(variable.Name)} GROUP BY unit_id"
            : $"SELECT unit_id, TRUE AS given{string.Concat(variable.Columns.Select(c => $", {Converted(variable, c.Part)} AS {SqlText.Name(c.Column)}"))} FROM {Alternatives} WHERE variable = {SqlText.Literal(variable.Name)}";
        if (!reads.Statuses.Contains(variable))
        {
            return rows;
        }

        var nothing = string.Concat(variable.Columns.Where(c => c.Part != ColumnPart.Status).Select(c => $", NULL AS {SqlText.Name(c.Column)}"));
        return rows + $" UNION ALL SELECT unit_id, TRUE AS given{nothing}, w.word AS {SqlText.Name(variable.Name + "_status")} FROM {Doubtful}, "
               + $"(VALUES ('not-stated'), ('unclear'), ('not-applicable'), ('disputed')) w(word) WHERE NOT {SqlText.Name(variable.Name + "_settled")} AND {SqlText.Name(variable.Name + "_status")} IN {Open}";
    }

    private static string Converted(TableVariable variable, ColumnPart part)
    {
        const string From = "TRY_CAST(CASE length(split_part(value, '/', 1)) WHEN 4 THEN split_part(value, '/', 1) || '-01-01' WHEN 7 THEN split_part(value, '/', 1) || '-01' ELSE split_part(value, '/', 1) END AS DATE)";
        const string To = "CASE length(split_part(value, '/', -1)) WHEN 4 THEN TRY_CAST(split_part(value, '/', -1) || '-12-31' AS DATE) WHEN 7 THEN last_day(TRY_CAST(split_part(value, '/', -1) || '-01' AS DATE)) ELSE TRY_CAST(split_part(value, '/', -1) AS DATE) END";
        string Count(string letter) => $"coalesce(TRY_CAST(regexp_extract(value, '(\\d+){letter}', 1) AS BIGINT), 0)";
        return (part, variable.Type) switch
        {
            (ColumnPart.Status, _) => "'stated'",
            (ColumnPart.Currency, _) => "split_part(value, ' ', 2)",
            (ColumnPart.From, _) => From,
            (ColumnPart.To, _) => To,
            (_, VariableType.Date) => $"CASE WHEN {From} = {To} THEN {From} END",
            (_, VariableType.Money) => $"TRY_CAST(split_part(value, ' ', 1) AS {variable.SqlType})",
            (_, VariableType.Duration) => $"{Count("D")} * 1440 + {Count("H")} * 60 + {Count("M")}",
            _ => $"TRY_CAST(value AS {variable.SqlType})",
        };
    }

    private string Alias(TableVariable variable) => $"a{reads.Variables.IndexOf(variable)}";

    private static string Q(string column, string reading) => SqlText.Name($"{column}~{reading}");
}
