namespace Plumbline.Claims.Next;

/// <summary>What kind of decision a step asks for.</summary>
public enum NextAct
{
    /// <summary>A coding.</summary>
    Code,

    /// <summary>A coding by one more person: those there are don't settle it.</summary>
    SecondCoder,

    /// <summary>What stands after coders disagreed, or could not tell.</summary>
    Adjudicate,

    /// <summary>The same again, under the definition as it is now.</summary>
    Affirm,

    /// <summary>Whether units are the same.</summary>
    Judge,
}

/// <summary>How many units settled one way decide a figure.</summary>
/// <param name="Units">How many at least; null when not all of them are enough.</param>
/// <param name="Verdict">The verdict then; open when they are not enough.</param>
/// <param name="Of">How many there are to settle.</param>
public sealed record Turn(long? Units, Verdict Verdict, long Of);

/// <summary>A figure that is open, and what decides it.</summary>
public sealed record OpenFigure
{
    /// <summary>The figure as it was checked; null for a claim that no draft states: it is open while its ends differ or units are unread.</summary>
    public CheckedClaim? Checked { get; init; }

    /// <summary>Id of the claim.</summary>
    public required string Id { get; init; }

    /// <summary>Low end, as the check writes it.</summary>
    public string? Low { get; init; }

    /// <summary>High end.</summary>
    public string? High { get; init; }

    /// <summary>Units that are possible and not confirmed.</summary>
    public long Possible { get; init; }

    /// <summary>Units that are unread.</summary>
    public long Unread { get; init; }

    /// <summary>Possible units confirmed: how many decide it.</summary>
    public required Turn Confirmed { get; init; }

    /// <summary>Possible units refuted: how many decide it.</summary>
    public required Turn Refuted { get; init; }

    /// <summary>Codings that decide it if the machine is right; null when none that can be listed do.</summary>
    public long? Codings { get; init; }

    /// <summary>The verdict then.</summary>
    public Verdict Expected { get; init; } = Verdict.Open;
}

/// <summary>One thing to do.</summary>
public sealed record NextStep
{
    /// <summary>What kind.</summary>
    public required NextAct Act { get; init; }

    /// <summary>The unit.</summary>
    public required OpenUnit Unit { get; init; }

    /// <summary>The variable; null for a judgement.</summary>
    public OpenVariable? Variable { get; init; }

    /// <summary>Ids of the claims that it serves, each once.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Of those, the ones that the unit belongs to by what stands now.</summary>
    public required IReadOnlyList<string> Within { get; init; }
}

/// <summary>What to decide next.</summary>
public sealed record NextReport
{
    /// <summary>The open figures, those that the fewest codings decide first.</summary>
    public required IReadOnlyList<OpenFigure> Figures { get; init; }

    /// <summary>Figures in all, open or not.</summary>
    public required int Of { get; init; }

    /// <summary>Steps, in order; they decide all that can be decided if the machine is right, or were cut at the limit.</summary>
    public required IReadOnlyList<NextStep> Steps { get; init; }

    /// <summary>True when there are more steps.</summary>
    public bool More { get; init; }

    /// <summary>Faults of drafts and claims.</summary>
    public IReadOnlyList<Evidence.Problem> Problems { get; init; } = [];
}
