using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>The faults of papers, each with its code, sentence and what to try.</summary>
internal static class PaperProblems
{
    public static UsageException NoName() => new("CHK070", "The name holds no letter and no digit.", "Write it as the draft does: --about \"City of Verkhovo\".");

    public static UsageException WrongName(IReadOnlyList<Problem> problems) => new("CHK071", "The name can't be looked for.", "Write it in fewer words, and other forms after --also.", problems);

    public static UsageException NoDraft() => new("CHK072", "The case has no draft.", "Put it into drafts/ (Markdown, text, HTML or DOCX), or name it behind the case.");

    public static UsageException NothingYet(DateOnly day) => new(
        "CHK075", $"Nothing had been entered in the case by the end of {Replies.CaseDay.Text(day)}.", "plumb log CASE shows from when on; plumb signatures CASE lists what was signed.");

    public static StoreFailedException CannotWrite(string file, Exception inner) => new(
        "CHK073", $"The page could not be written to {file}: {inner.Message}", "Look at the folder and the free space.", isTransient: true, inner);

    public static UsageException IsThere(string file) => new("CHK074", $"{file} is there already.", "Give another name, or remove it; nothing is overwritten.");
}
