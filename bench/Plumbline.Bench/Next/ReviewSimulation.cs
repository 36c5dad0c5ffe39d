using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Next;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;

namespace Plumbline.Bench.Next;

/// <summary>
/// A reviewer who answers what is true, one variable of one unit at a time, until no figure is open: in the order of
/// <c>plumb next</c>, or in others. Answers go into a copy of the tables as a build would put them there, in a transaction that is
/// rolled back, so every order starts from the same state.
/// </summary>
internal sealed class ReviewSimulation : IClaimReader, IOpenUnitReader, IQuotedDocuments
{
    private readonly DuckDBConnection connection;
    private readonly TablesSchema schema;
    private readonly ClaimsFile claims;
    private readonly DraftFile draft;
    private readonly Func<string, string, string?> truth;
    private readonly Dictionary<string, string> files;

    /// <param name="tables">A copy of a build's tables, of the one kind <c>rulings</c>; it stays as it is.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="draft">A draft that states them.</param>
    /// <param name="truth">By file and variable the true value, canonical; null when the source does not say.</param>
    public ReviewSimulation(string tables, ClaimsFile claims, string draft, Func<string, string, string?> truth)
    {
        (this.claims, this.draft, this.truth) = (claims, new DraftFile("draft.md", draft), truth);
        connection = new DuckDBConnection(new DuckDBConnectionStringBuilder { DataSource = tables }.ConnectionString);
        connection.Open();
        schema = TablesSchema.Load(connection);
        files = TablesSchema.Rows(connection, "SELECT unit_id, file FROM store.rulings").ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
    }

    /// <summary>Codings in the order of <c>plumb next</c> until no figure is open.</summary>
    public int InOrder()
    {
        Run("BEGIN");
        try
        {
            for (var answers = 0; ; answers++)
            {
                if (NextStage.Plan([MarkdownDraft.Read(draft)], claims, this, this, this, null, 1).Steps is not [{ Variable: { } variable } step])
                {
                    return answers;
                }

                Answer(step.Unit.UnitId, variable.Name);
            }
        }
        finally
        {
            Run("ROLLBACK");
        }
    }

    /// <summary>
    /// Codings in an order that knows which codings can matter, and nothing else: each open or unread unit of the figures
    /// that are still open, with what their claims read, by chance. With <paramref name="wholeUnits"/> a unit is coded whole before
    /// the next is taken up, as people do.
    /// </summary>
    public int ByChance(int seed, bool wholeUnits)
    {
        var random = new Random(seed);
        var figures = Check().Where(c => c.Verdict == Verdict.Open).ToList();
        var own = figures.ConvertAll(f => Open(claims.Claims[f.Id].Query!, 1_000_000).Units.SelectMany(u => u.Variables.Select(v => (u.UnitId, v.Name))).ToHashSet());
        var all = own.SelectMany(o => o).Distinct().OrderBy(p => p.UnitId, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var places = all.Select(p => p.UnitId).Distinct().OrderBy(_ => random.Next()).Index().ToDictionary(u => u.Item, u => u.Index);
        var order = all.Select(p => (p, random.Next())).OrderBy(p => wholeUnits ? places[p.p.UnitId] : 0).ThenBy(p => p.Item2).Select(p => p.p).ToList();

        // A figure is decided by its own codings alone, so each is looked at by itself; then those are counted that some figure needed.
        var answered = new HashSet<(string, string)>();
        foreach (var (figure, codings) in figures.Zip(own))
        {
            var mine = order.Where(codings.Contains).ToList();
            var (low, high) = (0, mine.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = IsOpenAfter(figure, mine[..middle]) ? (middle + 1, high) : (low, middle);
            }

            answered.UnionWith(mine[..low]);
        }

        return answered.Count;
    }

    /// <summary>The figures now.</summary>
    public IReadOnlyList<CheckedClaim> Check() => Check(draft);

    public ClaimReading Read(ClaimQuery claim) => new ClaimRunner(connection, schema).Read(claim);

    public OpenUnits Open(ClaimQuery claim, int limit)
    {
        List<Problem> problems = [];
        return new OpenUnitRows(connection, new ClaimRunner(connection, schema).Prepare(claim, problems) ?? throw new InvalidOperationException(problems[0].Sentence)).Read(limit);
    }

    public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
    {
        total = 0;
        return [];
    }

    public bool Contains(string document, string exact, out DocumentId id, out TextSpan at)
    {
        (id, at) = (default, default);
        return false;
    }

    public void Dispose() => connection.Dispose();

    private IReadOnlyList<CheckedClaim> Check(DraftFile file) => ClaimsStage.Check([MarkdownDraft.Read(file)], claims, this, this, new CheckOptions { EvidenceRows = 0 }).Claims;

    private bool IsOpenAfter(CheckedClaim figure, List<(string Unit, string Variable)> answers)
    {
        Run("BEGIN");
        try
        {
            answers.ForEach(a => Answer(a.Unit, a.Variable));
            return Check(new DraftFile("one.md", figure.Sentence.Replace(figure.Text, $"[{figure.Text}](claim:{figure.Id})", StringComparison.Ordinal)))[0].Verdict == Verdict.Open;
        }
        finally
        {
            Run("ROLLBACK");
        }
    }

    /// <summary>One person's coding, where one settles.</summary>
    private void Answer(string unit, string name)
    {
        var variable = schema.Find("rulings")!.Variables.First(v => v.Name == name);
        var value = truth(files[unit], name);
        string Literal(string text) => value is null ? "NULL" : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
        var cells = variable.Type switch
        {
            VariableType.Date => $"{name} = {Literal(value!)}::DATE, {name}_from = {Literal(value!)}::DATE, {name}_to = {Literal(value!)}::DATE",
            VariableType.Money or VariableType.Integer => string.Create(CultureInfo.InvariantCulture, $"{name} = {value?.Split(' ')[0] ?? "NULL"}"),
            _ => $"{name} = {(variable.Multiple && value is not null ? $"string_split({Literal(value)}, '|')" : Literal(value!))}",
        };
        Run($"UPDATE store.rulings SET {cells}, {name}_status = '{(value is null ? "not-stated" : "stated")}', {name}_settled = TRUE WHERE unit_id = '{unit}'");
        Run($"DELETE FROM store.rulings_alternatives WHERE unit_id = '{unit}' AND variable = '{name}'");

        // What plumb next learns of the rules from.
        foreach (var one in (value?.Split('|') ?? []).Cast<string?>().DefaultIfEmpty(null))
        {
            Run($"""
                INSERT INTO store.rulings_decisions(unit, variable, status, value, coder, definition, member, document, place, whole_unit, act, shown, entry, found_by, stale)
                VALUES ('{unit}', '{name}', '{(one is null ? "not-stated" : "stated")}', {(one is null ? "NULL" : Literal(one))}, 'reviewer', '', '{unit}', '', 'whole', FALSE, 'coding', 'machine', '{unit}:{name}', 'member', FALSE)
                """);
        }
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
