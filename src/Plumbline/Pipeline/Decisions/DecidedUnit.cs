using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>A member of a unit that somebody decides on, with what can be quoted from it.</summary>
/// <param name="Member">The member.</param>
/// <param name="Text">The whole text of its document; empty for rows.</param>
/// <param name="Range">Its range in the text.</param>
/// <param name="Row">Its row, or null.</param>
/// <param name="Columns">Names of the row's columns.</param>
internal sealed record OpenMember(Member Member, string Text, TextSpan Range, SourceRow? Row, IReadOnlyList<string> Columns);

/// <summary>A machine coding with its member.</summary>
internal sealed record MachineCoding(UnitId Member, Status Status, string? Value, Selector Evidence);

/// <summary>A unit and a variable of it, with all that a decision needs to name.</summary>
internal sealed record DecidedUnit
{
    public required UnitId Unit { get; init; }

    public required Codebook Codebook { get; init; }

    public required Variable Variable { get; init; }

    /// <summary>Its members, the one that the user named first, then by rank.</summary>
    public required IReadOnlyList<OpenMember> Members { get; init; }

    /// <summary>Rules' and columns' codings of the variable.</summary>
    public required IReadOnlyList<MachineCoding> Machine { get; init; }

    /// <summary>Values of the key by member, of members where it is complete.</summary>
    public required IReadOnlyDictionary<UnitId, IReadOnlyDictionary<string, string>> Keys { get; init; }

    /// <summary>Decisions that the build has attached to the unit, by name of their entry.</summary>
    public required IReadOnlySet<string> Attached { get; init; }

    /// <summary>What a decision names of a member.</summary>
    public DecidedMember Name(OpenMember member) => new(
        member.Member,
        member.Row is null ? MemberText.Of(member.Text, member.Range) : null,
        Keys.GetValueOrDefault(member.Member.Id) ?? new Dictionary<string, string>());
}
