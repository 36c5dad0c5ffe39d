using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>What a person says of two units.</summary>
public enum Sameness
{
    /// <summary>They are one and the same.</summary>
    Same,

    /// <summary>They are not.</summary>
    Different,

    /// <summary>It can't be told: they stay possibly the same.</summary>
    Unsure,
}

/// <summary>A person's judgement of whether two units are the same, as it stands in the journal: its form never changes.</summary>
public sealed record UnitJudgement
{
    /// <summary>A judgement. The member with the smaller id is <see cref="A"/>, whichever was named first: it says the same of both.</summary>
    /// <exception cref="ArgumentException">Both are one member, or of different kinds.</exception>
    public UnitJudgement(DecidedMember a, DecidedMember b, Sameness says, string coder, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var order = a.Member.Id.CompareTo(b.Member.Id);
        if (order == 0 || a.Member.Kind != b.Member.Kind)
        {
            throw new ArgumentException("A judgement is of two members of one kind.", nameof(b));
        }

        (A, B) = order < 0 ? (a, b) : (b, a);
        (Says, Coder, Note) = (says, coder, note);
    }

    /// <summary>A member of one unit.</summary>
    public DecidedMember A { get; }

    /// <summary>A member of the other.</summary>
    public DecidedMember B { get; }

    /// <summary>Table of both.</summary>
    public string Kind => A.Member.Kind;

    /// <summary>What is said of them.</summary>
    public Sameness Says { get; }

    /// <summary>Pseudonym of who judged.</summary>
    public string Coder { get; }

    /// <summary>Why, or null.</summary>
    public string? Note { get; }
}

/// <summary>A judgement with its place in the journal.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Judgement">What was judged.</param>
/// <param name="Seen">The last entry of each device that its device had seen.</param>
public sealed record JournaledJudgement(EntryName Entry, UnitJudgement Judgement, IReadOnlyDictionary<string, long> Seen)
{
    /// <summary>True when its device had seen the other: then it was made knowing it, or could have been.</summary>
    public bool IsAfter(JournaledJudgement other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Entry.IsAfter(Seen, other.Entry);
    }
}
