using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>
/// Writes all that one variable has in the tables: its cells in the rows of units, its codings, its alternatives; and the
/// digest over them. Codings of a variable have a table of their own, so that a changed rule touches no other. One thread's.
/// </summary>
internal sealed class VariableWriter : IDisposable
{
    private readonly TablesFile file;
    private readonly string cells;
    private readonly string codingsName;
    private readonly string alternativesName;
    private readonly DuckDBAppender codings;
    private readonly DuckDBAppender alternatives;
    private readonly Dictionary<(Coder Coder, string Definition), int> coders = [];
    private readonly Dictionary<SilenceSelector, int> searches = new(ReferenceEqualityComparer.Instance);
    private ((Coder Coder, string Definition) Key, int Number) lastCoder;

    public VariableWriter(TablesFile file, DuckDBConnection connection, UnitKind kind, Variable variable)
    {
        (this.file, Variable) = (file, variable);
        cells = TableSchema.Codings(kind, variable);
        (codingsName, alternativesName) = (kind.Table + "_codings", kind.Table + "_alternatives");
        codings = connection.CreateAppender("store", cells);
        alternatives = connection.CreateAppender("store", alternativesName);
    }

    public Variable Variable { get; }

    /// <summary>Digest of codings, and of the cells and alternatives that rules and columns alone give.</summary>
    public RowDigest Digest { get; } = new();

    /// <summary>Digest of the cells and alternatives that people decided: apart, since it changes without any coding.</summary>
    public RowDigest Decided { get; } = new();

    /// <summary>Writes the variable's columns of a unit's row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="machine">What stands by rules and columns alone.</param>
    /// <param name="people">What stands by people's decisions; null where nobody decided.</param>
    public void WriteCells(IDuckDBAppenderRow row, UnitId unit, StandingValue machine, StandingValue? people)
    {
        ValueColumns.Append(row, Variable, people ?? machine);
        Add(Digest, unit, machine);
        if (people is not null)
        {
            Add(Decided, unit, people);
        }
    }

    private void Add(RowDigest digest, UnitId unit, StandingValue standing)
    {
        digest.Begin(cells);
        digest.Field(unit.Value);
        digest.Field(standing.IsSettled ? 1 : 0);
        digest.Field((int)standing.Status);
        foreach (var value in standing.Values)
        {
            digest.Field(value.Text);
        }

        digest.End();
        foreach (var value in Alternatives(standing))
        {
            digest.Begin(alternativesName);
            digest.Field(unit.Value);
            digest.Field(Variable.Name);
            digest.Field(value.Text);
            digest.End();
        }
    }

    /// <summary>Writes the values that a unit's codings leave possible; of a variable with several values, each one that may be among them.</summary>
    public void WriteAlternatives(UnitId unit, StandingValue machine, StandingValue? people)
    {
        foreach (var value in Alternatives(people ?? machine))
        {
            alternatives.CreateRow().AppendValue(unit.Value).AppendValue(Variable.Name).AppendValue(value.Text).EndRow();
        }
    }

    private static IEnumerable<CodedValue> Alternatives(StandingValue standing) =>
        standing.Alternatives.Count == 0 ? [] : standing.Alternatives.SelectMany(set => set).Distinct();

    /// <summary>Writes a coding of this variable.</summary>
    public void Write(Evidence.Coding coding, UnitId unit, int member)
    {
        var row = codings.CreateRow();
        row.AppendValue(member).AppendValue(coding.Status.Word()).AppendValue(coding.Value?.Text);
        _ = coding.Candidates.Count == 0 ? row.AppendNullValue() : row.AppendValue(coding.Candidates.Select(c => c.Text));
        row.AppendValue(Number(coding)).AppendValue(coding.IsCertain);
        Digest.Begin(codingsName);
        Digest.Field(unit.Value);
        Digest.Field(coding.Member.Value);
        Digest.Field(coding.Variable);
        Digest.Field(((int)coding.Status << 1) | (coding.IsCertain ? 1 : 0));
        Digest.Field(coding.Value?.Text);
        foreach (var candidate in coding.Candidates)
        {
            Digest.Field(candidate.Text);
        }

        Digest.Field((int)coding.Coder.Kind);
        Digest.Field(coding.Coder.Name);
        Digest.Field(coding.Coder.Version);
        Digest.Field(coding.DefinitionHash);
        Write(row, coding.Evidence);
        Digest.End();
    }

    public void Dispose()
    {
        codings.Dispose();
        alternatives.Dispose();
    }

    private void Write(IDuckDBAppenderRow row, Selector evidence)
    {
        switch (evidence)
        {
            case TextSelector text:
                row.AppendValue("text").AppendValue(text.Span.Start).AppendValue(text.Span.End).AppendValue(text.Exact).AppendValue(text.Prefix).AppendValue(text.Suffix);
                _ = text.Page == 0 ? row.AppendNullValue() : row.AppendValue(text.Page);
                _ = text.Section.Length == 0 ? row.AppendNullValue() : row.AppendValue(text.Section);
                row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().EndRow();
                Digest.Field(((long)text.Span.Start << 32) | (uint)text.Span.End);
                Digest.Field(text.Exact);
                Digest.Field(text.Page);
                Digest.Field(text.Section);
                break;
            case RecordSelector record:
                row.AppendValue("record").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendValue((long)record.Row).AppendValue(record.Line).AppendValue(record.Column).AppendValue(record.Value).AppendNullValue().EndRow();
                Digest.Field(record.Row);
                Digest.Field(record.Line);
                Digest.Field(record.Column);
                Digest.Field(record.Value);
                break;
            case SilenceSelector silence:
                row.AppendValue("silence").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendValue(Number(silence)).EndRow();
                foreach (var rule in silence.Rules.Concat(silence.Sections))
                {
                    Digest.Field(rule);
                }

                Digest.Field(silence.WholeText ? 1 : 0);
                break;
            default:
                throw new ArgumentException($"No row for {evidence.GetType().Name}.", nameof(evidence));
        }
    }

    private int Number(Evidence.Coding coding)
    {
        // Nearly always that of the row before; and readers share coders, so that it is the same object.
        if (ReferenceEquals(lastCoder.Key.Coder, coding.Coder) && lastCoder.Key.Definition == coding.DefinitionHash)
        {
            return lastCoder.Number;
        }

        var key = (coding.Coder, coding.DefinitionHash);
        if (!coders.TryGetValue(key, out var number))
        {
            coders.Add(key, number = file.NumberOf(coding.Coder, coding.DefinitionHash));
        }

        lastCoder = (key, number);
        return number;
    }

    private int Number(SilenceSelector silence)
    {
        if (!searches.TryGetValue(silence, out var number))
        {
            searches.Add(silence, number = file.NumberOf(silence));
        }

        return number;
    }
}
