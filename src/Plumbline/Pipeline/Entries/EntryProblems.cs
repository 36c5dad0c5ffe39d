using Plumbline.Evidence;

namespace Plumbline.Pipeline.Entries;

/// <summary>What can't be entered.</summary>
internal static class EntryProblems
{
    public static UsageException NoKind() => new("REV090", "There is no such kind of unit to enter.", "Kinds are those of the case's codebooks, but for registers.");

    public static UsageException NothingSaid() => new("REV091", "Nothing is said in this entry.", "Fill in a field, or write what was told.");

    public static UsageException NotASource() => new(
        "REV092", "A source is named by a word of 1 to 100 characters without control characters, no space at its ends.", "Write another word.");

    public static UsageException NoFile() => new("REV093", "A file that belongs to the entry can't be read.", "Look at its permissions, and that it is there.");
}
