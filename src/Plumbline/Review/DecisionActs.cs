using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>A coder takes one of their own decisions back; the one before it stands again.</summary>
/// <param name="Entry">The decision.</param>
/// <param name="Coder">Its coder: only the same one can.</param>
/// <param name="Note">Why, or null.</param>
public sealed record DecisionUndo(EntryName Entry, string Coder, string? Note = null);

/// <summary>A person says which unit a decision belongs to that found none by itself.</summary>
/// <param name="Entry">The decision.</param>
/// <param name="To">A member of the unit.</param>
/// <param name="Coder">Who says so.</param>
/// <param name="Note">Why, or null.</param>
public sealed record DecisionAttach(EntryName Entry, DecidedMember To, string Coder, string? Note = null);

/// <summary>An entry of the journal that is about decisions, as <see cref="DecisionLog"/> takes it.</summary>
/// <param name="Name">Device and number.</param>
/// <param name="At">When, by the device's clock.</param>
/// <param name="What">One of <see cref="DecisionWords.Entries"/>.</param>
/// <param name="Seen">Heads of other chains that its device had seen; empty where the entry carries none.</param>
/// <param name="Payload">Canonical JSON; null when it was erased.</param>
public sealed record DecisionEntry(
    EntryName Name, DateTimeOffset At, string What, IReadOnlyList<EntryName> Seen, ReadOnlyMemory<byte>? Payload);

/// <summary>A decision with its place in the journal.</summary>
public sealed record JournaledDecision
{
    /// <summary>Its entry.</summary>
    public required EntryName Entry { get; init; }

    /// <summary>When, by the device's clock; never used for order.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was decided.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Where it belongs now: what the decision names, or what a later <c>attach</c> says.</summary>
    public required DecidedMember Of { get; init; }

    /// <summary>True when <see cref="Of"/> comes from an <c>attach</c>.</summary>
    public bool IsMoved { get; init; }

    /// <summary>The last entry of each device that its device had seen.</summary>
    public required IReadOnlyDictionary<string, long> Seen { get; init; }

    /// <summary>True when its device had seen the other: then it was made knowing it, or could have been.</summary>
    public bool IsAfter(JournaledDecision other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Entry.IsAfter(Seen, other.Entry);
    }
}
