using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>What pages refuse, and what to do about it.</summary>
internal static class AppProblems
{
    public static UsageException NoReason() => new("APP020", "A withdrawal needs a reason: it stays in the journal.", "Say in a few words why.");

    public static UsageException PlanIsOld() => new("APP021", "Something was entered since this was worked out.", "Look again at what would change.");

    public static UsageException NotADay() => new("APP022", "That is not a day.", "Write it as 2026-12-31.");
}
