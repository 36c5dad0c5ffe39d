using Plumbline.Claims;
using Plumbline.Evidence;

namespace Plumbline.Cli.Demo;

/// <summary>Ways to make a right figure wrong, as they happen to writers and editors.</summary>
internal enum PlantKind
{
    /// <summary>One more or one less.</summary>
    OffByOne,

    /// <summary>Two digits stand the other way round.</summary>
    SwappedDigits,

    /// <summary>At least became fewer than.</summary>
    TurnedHedge,

    /// <summary>The percentage is of another whole.</summary>
    OtherBase,

    /// <summary>Million became billion, or three zeros were added.</summary>
    Thousandfold,

    /// <summary>The link is gone.</summary>
    LostLink,

    /// <summary>The link names another claim.</summary>
    OtherClaim,
}

/// <summary>An error put into a right draft.</summary>
/// <param name="Kind">How.</param>
/// <param name="Of">The figure as it was, right.</param>
/// <param name="Place">What is replaced in the right draft, UTF-16 units.</param>
/// <param name="Text">What stands there now.</param>
internal sealed record PlantedError(PlantKind Kind, CheckedClaim Of, TextSpan Place, string Text)
{
    /// <summary>The verdict that the planted draft got; null when its figure was not found again.</summary>
    public Verdict? Found { get; init; }

    /// <summary>True when the check did not pass it.</summary>
    public bool IsFound => Found is Verdict.Fails or Verdict.Error or Verdict.NotBacked;

    /// <summary>1-based line in the planted draft.</summary>
    public int Line { get; init; }

    /// <summary>What the figure's line said and says now, in words.</summary>
    public string Now { get; init; } = "";

    /// <summary>The kind in words.</summary>
    public string Word => Kind switch
    {
        PlantKind.OffByOne => "off by one",
        PlantKind.SwappedDigits => "digits swapped",
        PlantKind.TurnedHedge => "hedge turned",
        PlantKind.OtherBase => "percent of another whole",
        PlantKind.Thousandfold => "a thousand times as much",
        PlantKind.LostLink => "link lost",
        _ => "link to another claim",
    };
}
