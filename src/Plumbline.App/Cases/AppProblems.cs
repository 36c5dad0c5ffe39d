using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>What pages refuse, and what to do about it.</summary>
internal static class AppProblems
{
    public static UsageException NoReason() => new("APP040", "A withdrawal needs a reason: it stays in the journal.", "Say in a few words why.");

    public static UsageException PlanIsOld() => new("APP041", "Something was entered since this was worked out.", "Look again at what would change.");

    public static UsageException NotADay() => new("APP042", "That is not a day.", "Write it as 2026-12-31.");

    public static UsageException SameUnit(string table) => new("APP043", $"Another codebook of the case is of {table} already.", "Give this one another unit.");

    public static UsageException ChangedElsewhere() => new("APP044", "Another program has changed the file since you began.", "Copy your text, open the page again, and put it in there.");

    public static StoreFailedException NotWritten(Exception inner) => new("APP045", "The file can't be written.", "Look at free space and at the permissions of the folder.", isTransient: true, inner);

    public static UsageException NoCodebook() => new("APP046", "There is no such codebook.", "Choose one of those that the page shows.");

    public static UsageException NoTimeline() => new("APP047", "There are no units with such a date.", "Choose one of those that the page shows.");
}
