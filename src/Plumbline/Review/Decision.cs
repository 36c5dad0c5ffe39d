using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>What a person did.</summary>
public enum DecisionAct
{
    /// <summary>Coded a variable of a unit.</summary>
    Coding,

    /// <summary>Said what stands after coders disagreed.</summary>
    Adjudication,
}

/// <summary>What a coder had been shown of the value before deciding.</summary>
public enum ShownBefore
{
    /// <summary>Nothing: coded blind.</summary>
    Nothing,

    /// <summary>The machine's value.</summary>
    Machine,

    /// <summary>Another person's coding (and the machine's value, where there was one).</summary>
    Other,
}

/// <summary>Name of a journal entry: device and number.</summary>
public readonly record struct EntryName(string Device, long Seq)
{
    /// <summary><c>a1b2c3d4:17</c>: the first eight digits of the device, as people type it.</summary>
    public string Short => FormattableString.Invariant($"{Device[..Math.Min(8, Device.Length)]}:{Seq}");

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Device}:{Seq}");
}

/// <summary>Where a unit stood in its document's text when it was decided on: what finds it again after another split.</summary>
/// <param name="Range">Its range, UTF-16 units.</param>
/// <param name="Head">Its first 32 units or less.</param>
/// <param name="Tail">Its last 32 units or less.</param>
public sealed record MemberText(TextSpan Range, string Head, string Tail)
{
    /// <summary>Units kept of each end.</summary>
    public const int Kept = TextSelector.Context;

    /// <summary>Of a range of a text, white space at its ends cut. No surrogate pair is cut.</summary>
    public static MemberText Of(string text, TextSpan range)
    {
        var (from, to) = (range.Start, range.End);
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        var head = Math.Min(to, from + Kept);
        var tail = Math.Max(from, to - Kept);
        head -= head < to && head > from && char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        tail += tail > from && tail < to && char.IsLowSurrogate(text[tail]) ? 1 : 0;
        return new MemberText(new TextSpan(from, to), text[from..head], text[tail..to]);
    }

    /// <summary>True when a text in this range begins and ends with the same words.</summary>
    public bool Fits(string text, TextSpan range) => Of(text, range) is var other && other.Head == Head && other.Tail == Tail;
}

/// <summary>The member that a decision names, with what finds its unit again.</summary>
/// <param name="Member">The member. Its id is kept too, and must be that of kind, document and place.</param>
/// <param name="Text">Its range in the text; null for rows.</param>
/// <param name="Key">Values of the codebook's key at that time, by variable; empty when it was not complete.</param>
public sealed record DecidedMember(Member Member, MemberText? Text, IReadOnlyDictionary<string, string> Key);

/// <summary>What a decision rests on.</summary>
/// <param name="Selector">Words in a text or a cell of a record; null when it is neither.</param>
/// <param name="WholeUnit">Without a selector: true when the person read the whole unit; false when only the note speaks.</param>
/// <param name="Value">The value that it is evidence of, canonical; null when it is of all.</param>
public sealed record DecisionEvidence(Selector? Selector, bool WholeUnit, string? Value = null);

/// <summary>The machine's value as a coder was shown it.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Values">Its values, canonical.</param>
public sealed record ShownMachine(Status Status, IReadOnlyList<string> Values);

/// <summary>The row of a spreadsheet that a decision came in with.</summary>
/// <param name="Sha256">Hash of the file, 64 hexadecimal digits.</param>
/// <param name="Row">Number of the row, as a spreadsheet program shows it.</param>
public readonly record struct SheetPlace(string Sha256, int Row);

/// <summary>A person's decision on one variable of one unit, as it stands in the journal: its form never changes.</summary>
public sealed record Decision
{
    /// <summary>Coding or adjudication.</summary>
    public required DecisionAct Act { get; init; }

    /// <summary>What it is about.</summary>
    public required DecidedMember Of { get; init; }

    /// <summary>Name of the variable.</summary>
    public required string Variable { get; init; }

    /// <summary>What the person says is known; never <see cref="Status.NotCoded"/> or <see cref="Status.Disputed"/>.</summary>
    public required Status Status { get; init; }

    /// <summary>Values, canonical, in the order given; empty unless stated.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Values that an unclear decision leaves possible.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<DecisionEvidence> Evidence { get; init; } = [];

    /// <summary>Pseudonym of who decided. May be another than who sat at the computer.</summary>
    public required string Coder { get; init; }

    /// <summary>What the coder had been shown.</summary>
    public required ShownBefore Shown { get; init; }

    /// <summary>The codings of other people that the coder had been shown; empty when it is not known which.</summary>
    public IReadOnlyList<EntryName> ShownEntries { get; init; } = [];

    /// <summary>The machine's value that the coder had been shown, or null.</summary>
    public ShownMachine? ShownMachine { get; init; }

    /// <summary>Hash of the variable's definition at that time.</summary>
    public required string DefinitionHash { get; init; }

    /// <summary>The coder's note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The row of a sheet that it came in with; null when it was entered by itself.</summary>
    public SheetPlace? Sheet { get; init; }

    /// <summary>
    /// True when it says what the source says or does not say, and rests on no place in it nor on the reading of the whole: a label
    /// of an old review. It is a proposal then, as the machine's value is: possible, never confirmed.
    /// </summary>
    public bool IsWithoutWords => Status is Status.Stated or Status.NotStated && Evidence.All(e => e is { Selector: null, WholeUnit: false });
}
