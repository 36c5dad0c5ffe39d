using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>The faults of taking a suggestion, CHK080-089.</summary>
internal static class SuggestionProblems
{
    public static UsageException NoFigure(string asked, int figures) => new(
        "CHK080", $"No figure without a claim is '{Short(asked)}'.", figures == 0 ? "Every figure of the draft has a claim." : $"Give its number, 1 to {figures}, or its place as it is listed (LINE:COLUMN).");

    public static UsageException NoSuggestion(int asked, int there) => new(
        "CHK081", $"This figure has no suggestion {asked}.", there == 0 ? "Nothing fits it by value and words; write its claim by hand (docs/claims.md)." : $"It has 1 to {there}.");

    public static UsageException NotAnId(string id) => new(
        "CHK082", $"'{Short(id)}' can't be a claim's id.", "A letter, then letters of the Latin alphabet, digits, and the signs - _ .");

    public static UsageException Taken(string id) => new("CHK082", $"There is a claim '{Short(id)}' already.", "Give another id.");

    public static UsageException NotEditable(IReadOnlyList<Problem> problems) => new(
        "CHK083", "claims.yaml can't be added to without losing what stands in it; nothing was written.", "Paste the entry by hand (without --write it is printed), and mend what is listed.", problems);

    public static StoreFailedException NotWritten(Exception inner) => new(
        "CHK084", "claims.yaml can't be written; it stands as it was.", "Look at free space and at the permissions of the case folder.", isTransient: true, inner);

    public static UsageException WhichFigure() => new(
        "CHK085", "It is not said of which figure a suggestion is taken, which one, or how its claim is to be called.", "plumb suggest CASE DRAFT --figure 3 --take 1 --as-claim ID");

    public static UsageException NotInExpression(string id) => new(
        "CHK086", $"'{Short(id)}' is a claim of a range, which no other claim can stand for.", $"Link it itself: [the figure](claim:{Short(id)})");

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
