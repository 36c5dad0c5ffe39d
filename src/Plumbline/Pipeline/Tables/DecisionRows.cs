using DuckDB.NET.Data;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// Writes people's decisions that stand into <c>store.K_decisions</c>: a row for each value and each piece of its evidence,
/// all columns written out, since people decide thousands of times less than rules do.
/// </summary>
internal static class DecisionRows
{
    /// <summary>Columns of <c>store.K_decisions</c> after unit and variable.</summary>
    public const string Columns = """
        value VARCHAR, candidates VARCHAR[], coder VARCHAR NOT NULL, definition VARCHAR NOT NULL, member VARCHAR NOT NULL, document VARCHAR NOT NULL, file VARCHAR,
        place VARCHAR NOT NULL, "start" INTEGER, "end" INTEGER, quote VARCHAR, prefix VARCHAR, suffix VARCHAR, page INTEGER, "row" BIGINT, line BIGINT, "column" VARCHAR,
        cell VARCHAR, whole_unit BOOLEAN NOT NULL, act VARCHAR NOT NULL, shown VARCHAR NOT NULL, shown_entries VARCHAR[], note VARCHAR, entry VARCHAR NOT NULL,
        found_by VARCHAR NOT NULL, stale BOOLEAN NOT NULL
        """;

    private static readonly string[] FoundWords = ["member", "quote", "key", "person"];

    public static void Write(DuckDBConnection connection, UnitKind kind, UnitDecisions decisions, RowDigest digest)
    {
        using var appender = connection.CreateAppender("store", kind.Table + "_decisions");
        foreach (var decision in decisions.All)
        {
            IReadOnlyList<CodedValue?> values = decision.Values.Count == 0 ? [null] : [.. decision.Values.Select(v => (CodedValue?)v)];
            for (var i = 0; i < values.Count; i++)
            {
                // Evidence names the value as it was called when it was given.
                var name = i < decision.Decision.Values.Count ? decision.Decision.Values[i] : null;
                var evidence = decision.Evidence.Where(e => e.Given.Value is null || e.Given.Value == name).DefaultIfEmpty(new AttachedEvidence(new DecisionEvidence(null, false), null, 0));
                foreach (var one in evidence)
                {
                    Write(appender.CreateRow(), kind, decision, values[i], one, digest);
                }
            }
        }
    }

    private static void Write(IDuckDBAppenderRow row, UnitKind kind, AttachedDecision decision, CodedValue? value, AttachedEvidence evidence, RowDigest digest)
    {
        var (text, record) = (evidence.Given.Selector as TextSelector, evidence.Given.Selector as RecordSelector);
        var given = decision.Decision;
        digest.Begin(kind.Table + "_decisions");

        void Text(string? field)
        {
            row.AppendValue(field);
            digest.Field(field);
        }

        void Texts(IReadOnlyList<string> fields)
        {
            _ = fields.Count == 0 ? row.AppendNullValue() : row.AppendValue(fields);
            digest.Field(fields.Count);
            foreach (var field in fields)
            {
                digest.Field(field);
            }
        }

        void Number(int? field)
        {
            row.AppendValue(field);
            digest.Field(field ?? -1);
        }

        void Long(long? field)
        {
            row.AppendValue(field);
            digest.Field(field ?? -1);
        }

        void Flag(bool field)
        {
            row.AppendValue(field);
            digest.Field(field ? 1 : 0);
        }

        Text(decision.Unit.Value);
        Text(given.Variable);
        Text(given.Status.Word());
        Text(value?.Text);
        Texts([.. decision.Candidates.Select(c => c.Text)]);
        Text(given.Coder);
        Text(given.DefinitionHash);
        Text(decision.Member.Id.Value);
        Text(given.Of.Member.Document.Hex);
        Text(decision.File);
        Text(decision.Member.Place.ToString());
        Number(evidence.Now?.Start);
        Number(evidence.Now?.End);
        Text(text?.Exact);
        Text(text?.Prefix);
        Text(text?.Suffix);
        Number(evidence.Page == 0 ? null : evidence.Page);
        Long(record?.Row);
        Long(record?.Line);
        Text(record?.Column);
        Text(record?.Value);
        Flag(evidence.Given is { Selector: null, WholeUnit: true });
        Text(given.Act.Word());
        Text(given.Shown.Word());
        Texts([.. given.ShownEntries.Select(e => e.ToString())]);
        Text(given.Note);
        Text(decision.Journaled.Entry.ToString());
        Text(FoundWords[(int)decision.By]);
        Flag(decision.IsStale);
        row.EndRow();
        digest.End();
    }
}
