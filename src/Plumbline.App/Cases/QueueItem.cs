namespace Plumbline.App.Cases;

/// <summary>An order of work.</summary>
internal enum QueueKind
{
    /// <summary>What the figures of the drafts depend on.</summary>
    Claims,

    /// <summary>What the machine is unsure of.</summary>
    Uncertain,

    /// <summary>A random sample.</summary>
    Random,

    /// <summary>What was given to the person.</summary>
    Mine,

    /// <summary>What was put off.</summary>
    Deferred,

    /// <summary>Decisions under an older definition.</summary>
    Stale,

    /// <summary>Decisions that found no unit.</summary>
    Orphaned,

    /// <summary>Units that may be the same.</summary>
    Duplicates,

    /// <summary>Where people disagree.</summary>
    Disagreements,
}

/// <summary>A unit in a queue.</summary>
/// <param name="Unit">Its id.</param>
/// <param name="File">Its file. Hostile text.</param>
/// <param name="Variable">The variable to begin with; null: the first that is open.</param>
/// <param name="Asks">Names of what is asked: variables, or claims.</param>
/// <param name="To">Who is to code it, or null.</param>
/// <param name="DeferredBy">Who put it off, or null.</param>
/// <param name="Note">Why. Hostile text.</param>
/// <param name="IsDone">True when the person has coded what is asked.</param>
internal sealed record QueueItem(string Unit, string File, string? Variable, IReadOnlyList<string> Asks, string? To, string? DeferredBy, string? Note, bool IsDone);

/// <summary>A decision that found no unit.</summary>
/// <param name="Entry">Its entry, as <c>plumb attach</c> takes it.</param>
/// <param name="Coder">Who decided.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Said">Its value or status. Hostile text.</param>
/// <param name="Quote">The words that it quotes, or null. Hostile text.</param>
/// <param name="File">The file that it was made in, or null. Hostile text.</param>
internal sealed record LostDecision(string Entry, string Coder, string Variable, string Said, string? Quote, string? File);
