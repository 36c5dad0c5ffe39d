namespace Plumbline.Invented;

/// <summary>An invented ruling and what is true of it.</summary>
/// <param name="FileName">A file name with its ending (<c>.html</c>, <c>.txt</c>), unique within a seed.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Truth">What a perfect reader would read.</param>
public sealed record InventedRuling(string FileName, byte[] Bytes, InventedTruth Truth);

/// <summary>What an invented ruling says. Null: not said, or masked.</summary>
public sealed record InventedTruth
{
    /// <summary>Place of the ruling in its series, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The ruling that this file repeats word for word, or null.</summary>
    public int? SameAs { get; init; }

    /// <summary>Date of the decision, or null when masked.</summary>
    public required DateOnly? DecidedOn { get; init; }

    /// <summary>The court in the nominative, or null when masked.</summary>
    public required string? Court { get; init; }

    /// <summary>Case number as in the header.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Provisions charged, canonical (<c>koap:20.2:5</c>).</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary><c>fine</c>, <c>arrest</c>, <c>community-service</c>, <c>terminated</c>, <c>returned</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Fine in roubles; null when none or masked.</summary>
    public int? FineRub { get; init; }

    /// <summary>Days of arrest; null when none or masked.</summary>
    public int? ArrestDays { get; init; }

    /// <summary>Hours of community service; null when none or masked.</summary>
    public int? WorkHours { get; init; }

    /// <summary>True when the penalty's size is masked.</summary>
    public bool IsPenaltyMasked { get; init; }

    /// <summary>True when the file breaks off before the operative part: its outcome is known to nobody who has only the file.</summary>
    public bool IsCut { get; init; }

    /// <summary><c>yes</c>, <c>no</c>, <c>partly</c>, or null when not stated.</summary>
    public string? Admits { get; init; }

    /// <summary>A video recording is among the evidence.</summary>
    public bool VideoEvidence { get; init; }

    /// <summary>A police officer's report (рапорт) is among the evidence.</summary>
    public bool PoliceReport { get; init; }

    /// <summary><c>identified-by</c>, <c>named-otherwise</c>, <c>not-named</c>.</summary>
    public string FacialRecognition { get; init; } = "not-named";
}
