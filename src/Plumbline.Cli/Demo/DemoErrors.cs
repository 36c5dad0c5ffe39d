using Plumbline.Claims;

namespace Plumbline.Cli.Demo;

/// <summary>A figure of the demo's drafts that is wrong on purpose.</summary>
/// <param name="Claim">The claim behind it, which stands in each draft once.</param>
/// <param name="Says">What the English draft says.</param>
/// <param name="Right">What it would say if it were right.</param>
/// <param name="SaysRussian">What the Russian draft says.</param>
/// <param name="RightRussian">What that would say.</param>
/// <param name="How">In what way it is wrong.</param>
internal sealed record DemoError(string Claim, string Says, string Right, string SaysRussian, string RightRussian, string How);

/// <summary>The four figures that are wrong on purpose, in four ways.</summary>
internal static class DemoErrors
{
    /// <summary>In the order of the draft.</summary>
    public static IReadOnlyList<DemoError> All { get; } =
    [
        new("by-faces-share", "57%", "54%", "57%", "54%", "86 of 160 is another percentage."),
        new("taken-by-faces", "256 people", "150 people", "256 человек", "150 человек", "it gives the people who were stopped for those who were taken to a police station."),
        new("identified", "more than 350 rulings", "at least 340 rulings", "более 350 постановлений", "не менее 340 постановлений", "the hedge says more than anybody can show."),
        new("silent", "Five", "Four", "пять", "четыре", "a reply came in after it was written."),
    ];

    /// <summary>A draft, in either language, without its errors.</summary>
    public static string Mended(string text) => All.Aggregate(text, (mended, error) => mended
        .Replace($"[{error.Says}](claim:{error.Claim})", $"[{error.Right}](claim:{error.Claim})", StringComparison.Ordinal)
        .Replace($"[{error.SaysRussian}](claim:{error.Claim})", $"[{error.RightRussian}](claim:{error.Claim})", StringComparison.Ordinal));

    /// <summary>True when the check found these and nothing else: in each draft each of the four fails, and all other figures hold.</summary>
    public static bool AreJustFound(CheckReport report)
    {
        var wrong = All.Select(e => e.Claim).ToHashSet(StringComparer.Ordinal);
        return report.Unbacked.Count == 0 && report.Drafts.Count == 2
            && report.Claims.All(c => c.Verdict == (wrong.Contains(c.Id) ? Verdict.Fails : Verdict.Holds))
            && report.Drafts.All(d => report.Claims.Count(c => c.Draft == d && c.Verdict == Verdict.Fails) == All.Count);
    }
}
