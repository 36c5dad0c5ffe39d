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
    private readonly VariableDigest digested;
    private readonly DuckDBAppender codings;
    private readonly DuckDBAppender alternatives;
    private readonly Dictionary<(Coder Coder, string Definition), int> coders = [];
    private readonly Dictionary<SilenceSelector, int> searches = new(ReferenceEqualityComparer.Instance);
    private ((Coder Coder, string Definition) Key, int Number) lastCoder;

    public VariableWriter(TablesFile file, DuckDBConnection connection, UnitKind kind, Variable variable)
    {
        (this.file, Variable) = (file, variable);
        digested = new VariableDigest(kind, variable);
        codings = connection.CreateAppender("store", TableSchema.Codings(kind, variable));
        alternatives = connection.CreateAppender("store", kind.Table + "_alternatives");
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
        digested.Cells(Digest, unit, machine);
        if (people is not null)
        {
            digested.Cells(Decided, unit, people);
        }
    }

    /// <summary>Writes the values that a unit's codings leave possible; of a variable with several values, each one that may be among them.</summary>
    public void WriteAlternatives(UnitId unit, StandingValue machine, StandingValue? people)
    {
        foreach (var value in VariableDigest.Alternatives(people ?? machine))
        {
            alternatives.CreateRow().AppendValue(unit.Value).AppendValue(Variable.Name).AppendValue(value.Text).EndRow();
        }
    }

    /// <summary>Writes a coding of this variable.</summary>
    public void Write(Evidence.Coding coding, UnitId unit, int member)
    {
        var row = codings.CreateRow();
        row.AppendValue(member).AppendValue(coding.Status.Word()).AppendValue(coding.Value?.Text);
        _ = coding.Candidates.Count == 0 ? row.AppendNullValue() : row.AppendValue(coding.Candidates.Select(c => c.Text).ToList());
        row.AppendValue(Number(coding)).AppendValue(coding.IsCertain);
        Write(row, coding.Evidence);
        digested.Coding(Digest, unit, coding);
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
                break;
            case RecordSelector record:
                row.AppendValue("record").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendValue((long)record.Row).AppendValue(record.Line).AppendValue(record.Column).AppendValue(record.Value).AppendNullValue().EndRow();
                break;
            case SilenceSelector silence:
                row.AppendValue("silence").AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue();
                row.AppendNullValue().AppendNullValue().AppendNullValue().AppendNullValue().AppendValue(Number(silence)).EndRow();
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
