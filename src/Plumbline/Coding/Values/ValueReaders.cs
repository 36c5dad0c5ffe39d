using Plumbline.Evidence;

namespace Plumbline.Coding.Values;

/// <summary>All value readers, by name.</summary>
public static class ValueReaders
{
    /// <summary>Every reader, in the order of docs/values.md.</summary>
    public static IReadOnlyList<IValueReader> All { get; } =
    [
        new ValueReader("date", 2, VariableType.Date, DateReader.Read),
        new ValueReader("money", 2, VariableType.Money, MoneyReader.Read),
        new ValueReader("number", 2, VariableType.Number, NumberReader.Read),
        new ValueReader("days", 2, VariableType.Integer, DurationReader.ReadDays),
        new ValueReader("hours", 2, VariableType.Integer, DurationReader.ReadHours),
        new ValueReader("duration", 3, VariableType.Duration, DurationReader.ReadLengths),
        new ValueReader("statute", 2, VariableType.Text, StatuteReader.Read),
        new ValueReader("court", 2, VariableType.Entity, CourtReader.Read),
        new ValueReader("case-number", 1, VariableType.Text, CaseNumberReader.Read),
        new ValueReader("line", 1, VariableType.Text, PlainReader.ReadLine),
        new ValueReader("field", 1, VariableType.Text, PlainReader.ReadField),
        new ValueReader("text", 1, VariableType.Text, PlainReader.ReadText),
    ];

    /// <summary>The reader of this name, or null.</summary>
    public static IValueReader? Find(string name) => All.FirstOrDefault(r => r.Name == name);
}

/// <summary>Reads within a text that is already cut at the end of the span; offsets stay those of the text.</summary>
/// <param name="text">The text up to the end of the span.</param>
/// <param name="from">Where to begin; nothing before it belongs to a value.</param>
/// <param name="into">Where the results go.</param>
internal delegate void ReadValues(ReadOnlySpan<char> text, int from, List<ReadValue> into);

/// <summary>A reader over one function.</summary>
internal sealed class ValueReader(string name, int version, VariableType type, ReadValues read) : IValueReader
{
    public string Name => name;

    public int Version => version;

    public VariableType Type => type;

    public void Read(ReadOnlySpan<char> text, TextSpan within, List<ReadValue> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegative(within.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length);
        if (within.Start < within.End)
        {
            read(text[..within.End], within.Start, into);
        }
    }
}
