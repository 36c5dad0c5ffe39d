using Plumbline.Evidence;

namespace Plumbline.Pipeline.Replies;

/// <summary>The faults of asking and answering, each with its code, sentence and what to try.</summary>
internal static class ReplyProblems
{
    public static UsageException NothingSaid(string option) => new(
        "REV050", $"{option} is empty.", "Say it in a few words; it is part of what tells requests apart.");

    public static UsageException Backwards(string what) => new(
        "REV051", $"{what} lies before the day on which it was asked.", "Look at the days; they are written as 2026-11-20.");

    public static UsageException NotAReply(string kind) => new(
        "REV052", $"This unit is one of {kind}, no request.", "plumb replies CASE lists the requests with their ids.");

    public static UsageException NoLetter(Exception inner) => new(
        "REV053", $"The letter can't be read: {inner.Message}", "Look at the path after --file.");

    public static UsageException NoRegister() => new(
        "REV054", "No codebook of this case reads requests and replies.", "plumb ask adds codebooks/replies.yaml with the first request.");

    public static UsageException KeyIsOpen(string variable) => new(
        "REV055", $"The request has no {variable} of its own any more.", "plumb show CASE UNIT shows its rows; enter the request again with plumb ask.");

    public static UsageException CodebookTaken() => new(
        "REV056", "codebooks/replies.yaml is there, but reads no register.", "Add documents: {register: replies} to it, or give it another name; docs/replies.md has the whole codebook.");

    public static UsageException NotADay(string option) => new(
        "REV057", $"{option} is not a day.", "Write it as 2026-11-20.");
}
