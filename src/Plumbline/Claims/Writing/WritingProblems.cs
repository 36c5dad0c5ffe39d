using Plumbline.Evidence;

namespace Plumbline.Claims.Writing;

/// <summary>The faults of writing a claim and of putting it into a draft, CHK087-092.</summary>
internal static class WritingProblems
{
    public static UsageException NoValue(string variable) => new("CHK087", $"'{variable}' has no value yet.", "Choose or write one, or take the filter away.");

    public static UsageException NotAValue(string variable, string fault) => new("CHK088", $"That is no value of '{variable}': {fault}.", "Write another one.");

    public static UsageException NoAmount() => new("CHK089", "It is not said whose amounts are taken.", "Choose the variable with the amounts.");

    public static UsageException NoFigureThere() => new("CHK090", "The draft has no figure without a claim at that place any more.", "Load the page again and choose the figure anew.");

    public static UsageException NoRoomForLink() => new("CHK091", "Markup around the figure leaves no room for a link; the draft was not changed.", "Set the link in your editor.");

    public static StoreFailedException DraftNotWritten(Exception inner) => new(
        "CHK092", "The draft can't be written; it stands as it was.", "Look at free space and at the permissions of the folder drafts.", isTransient: true, inner);
}
