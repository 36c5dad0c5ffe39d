namespace Plumbline.Pipeline.Papers;

/// <summary>All that stands behind a figure.</summary>
public sealed record WhyPaper
{
    /// <summary>Case, build, time.</summary>
    public required PaperHead Head { get; init; }

    /// <summary>The claim that was asked for, then those that it is made of.</summary>
    public required IReadOnlyList<ClaimDossier> Claims { get; init; }

    /// <summary>Documents that it stands on.</summary>
    public required IReadOnlyList<PaperDocument> Documents { get; init; }

    /// <summary>People who decided.</summary>
    public required IReadOnlyList<PaperCoder> Coders { get; init; }

    /// <summary>Variables that its queries read, with their rules.</summary>
    public required IReadOnlyList<PaperVariable> Variables { get; init; }

    /// <summary>Sources of the documents.</summary>
    public required PaperSources Sources { get; init; }

    /// <summary>When people decided, by entry (<c>device:seq</c>).</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Times { get; init; }

    /// <summary>The claim that was asked for.</summary>
    public ClaimDossier Asked => Claims[0];
}
