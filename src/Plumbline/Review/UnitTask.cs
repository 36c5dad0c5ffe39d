using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>What a person says of the work on a unit.</summary>
public enum TaskAct
{
    /// <summary>Somebody is to code it; or nobody in particular.</summary>
    Assign,

    /// <summary>It is put off, and why.</summary>
    Defer,

    /// <summary>It is put off no more.</summary>
    Resume,
}

/// <summary>
/// Who is to code a unit, or why it waits, as it stands in the journal: its form never changes. It says nothing of the unit itself, and no build reads it. Of
/// several on one unit the last in causal order holds.
/// </summary>
/// <param name="Of">The unit, by a member.</param>
/// <param name="Act">What.</param>
/// <param name="To">Pseudonym of who is to code it; null: nobody in particular. Null unless assigned.</param>
/// <param name="Coder">Pseudonym of who says so.</param>
/// <param name="Note">Why, or null.</param>
public sealed record UnitTask(DecidedMember Of, TaskAct Act, string? To, string Coder, string? Note);

/// <summary>Payloads of <c>task</c>: docs/people.md.</summary>
public static partial class DecisionPayload
{
    private static readonly string[] TaskWords = ["assign", "defer", "resume"];

    /// <summary>The payload of a <c>task</c>.</summary>
    public static byte[] Write(UnitTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return CanonicalJson.Of([.. Member(task.Of), ("task", TaskWords[(int)task.Act]), ("to", task.To), ("coder", task.Coder), ("note", task.Note)]);
    }

    /// <summary>Reads a <c>task</c>; false when it is none of this form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out UnitTask task)
    {
        task = Read(payload, root => Array.IndexOf(TaskWords, Words(root, "task")) is >= 0 and var act
            ? new UnitTask(MemberOf(root), (TaskAct)act, Optional(root, "to"), Words(root, "coder"), Optional(root, "note"))
            : throw new FormatException())!;
        return task is not null;
    }
}
