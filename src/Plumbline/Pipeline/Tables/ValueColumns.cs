using System.Globalization;
using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Tables;

/// <summary>Writes the columns of one variable in the row of a unit.</summary>
internal static class ValueColumns
{
    public static void Append(IDuckDBAppenderRow row, Variable variable, StandingValue standing)
    {
        if (variable.Multiple)
        {
            AppendList(row, variable, standing.Values);
        }
        else
        {
            AppendOne(row, variable, standing.Values.Count == 0 ? null : standing.Values[0]);
        }

        row.AppendValue(standing.Status.Word());
        row.AppendValue(standing.IsSettled);
        row.AppendValue(standing.Alternatives.Count > 0);
    }

    private static void AppendOne(IDuckDBAppenderRow row, Variable variable, CodedValue? value)
    {
        if (value is not { } v)
        {
            foreach (var _ in TableSchema.Columns(variable))
            {
                row.AppendNullValue();
            }

            return;
        }

        switch (variable.Type)
        {
            case VariableType.Integer:
                row.AppendValue(long.Parse(v.Text, CultureInfo.InvariantCulture));
                break;
            case VariableType.Number:
                row.AppendValue((double)v.AsNumber!.Value);
                break;
            case VariableType.Duration:
                row.AppendValue(Minutes(v));
                break;
            case VariableType.Money:
                row.AppendValue(v.AsNumber!.Value);
                if (variable.Currency is null)
                {
                    row.AppendValue(Currency(v));
                }

                break;
            case VariableType.Date:
                var date = Date(v);
                _ = date.IsDay ? row.AppendValue(date.From) : row.AppendNullValue();
                row.AppendValue(date.From);
                row.AppendValue(date.To);
                break;
            default:
                row.AppendValue(v.Text);
                break;
        }
    }

    private static void AppendList(IDuckDBAppenderRow row, Variable variable, IReadOnlyList<CodedValue> values)
    {
        if (values.Count == 0)
        {
            AppendOne(row, variable, null);
            return;
        }

        switch (variable.Type)
        {
            case VariableType.Integer:
                row.AppendValue(values.Select(v => long.Parse(v.Text, CultureInfo.InvariantCulture)).ToList());
                break;
            case VariableType.Number:
                row.AppendValue(values.Select(v => (double)v.AsNumber!.Value).ToList());
                break;
            case VariableType.Duration:
                row.AppendValue(values.Select(Minutes).ToList());
                break;
            case VariableType.Money:
                row.AppendValue(values.Select(v => v.AsNumber!.Value).ToList());
                if (variable.Currency is null)
                {
                    row.AppendValue(values.Select(Currency).ToList());
                }

                break;
            case VariableType.Date:
                row.AppendValue(values.Select(v => Date(v) is { IsDay: true } d ? d.From : (DateOnly?)null).ToList());
                row.AppendValue(values.Select(v => Date(v).From).ToList());
                row.AppendValue(values.Select(v => Date(v).To).ToList());
                break;
            default:
                row.AppendValue(values.Select(v => v.Text).ToList());
                break;
        }
    }

    private static string Currency(CodedValue value) => value.Text[(value.Text.IndexOf(' ') + 1)..];

    private static CivilDate Date(CodedValue value) =>
        CivilDate.TryParse(value.Text, out var date) ? date : throw new InvalidDataException("A date coding holds no date.");

    private static long Minutes(CodedValue value) =>
        TimeLength.TryParse(value.Text, out var length) ? length.TotalMinutes : throw new InvalidDataException("A duration coding holds no duration.");
}
