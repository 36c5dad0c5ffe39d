using Plumbline.Claims;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Signing;

/// <summary>The faults of signing and of comparing with what was signed, each with its code, sentence and what to try.</summary>
internal static class SigningProblems
{
    public static UsageException Stale() => new(
        "SIG001", "The case has changed since the build in use: what would be signed is not what stands.", "plumb build CASE, read plumb check CASE, then sign.");

    public static UsageException NotAllHold(IReadOnlyList<Problem> figures) => new(
        "SIG002", "Not every figure of the draft holds; nothing was signed.", "Mend the draft, settle what is open, or sign it as it is with --allow-open.", figures);

    public static Problem Unsettled(CheckedClaim claim) => new(
        "SIG002", Severity.Warning, $"{claim.Id}: {claim.Verdict.Word()}.", "", new ProblemPlace(claim.Draft, claim.Line, claim.Column));

    public static Problem NotBacked(UnbackedFigure figure) => new(
        "SIG002", Severity.Warning, "A figure has no claim behind it.", "", new ProblemPlace(figure.Draft, figure.Line, figure.Column));

    public static UsageException NameTaken(string name) => new(
        "SIG003", $"There is a signature '{Short(name)}' already.", "Give another --name, or none.");

    public static UsageException NotAName() => new(
        "SIG003", "A signature's name is 1 to 60 letters, digits, hyphens, dots and underscores, and not 'last'.", "--name first-print");

    public static UsageException SameFile(string file) => new(
        "SIG004", $"Two drafts have the name '{Short(file)}'.", "Put them into drafts/ under two names.");

    public static UsageException NothingSigned() => new(
        "SIG005", "Nothing has been signed in this case yet.", "plumb sign CASE DRAFT --as NAME");

    public static UsageException NoSuchSignature(string name, string? guess) => new(
        "SIG006", $"There is no signature '{Short(name)}'.", guess is null ? "plumb signatures CASE lists them." : $"Did you mean {guess}?");

    public static UsageException SeveralSigned(string name, IEnumerable<string> entries) => new(
        "SIG007", $"Several signatures are called '{Short(name)}'.", $"Name one by its entry: {string.Join(", ", entries)}");

    public static UsageException FileErased(string file) => new(
        "SIG008", $"{Short(file)} was erased since it was signed; without it the tables can't be made as they stood.", "What each claim was then still stands in the signature: plumb check CASE --since SIGNATURE");

    public static Problem DigestDiffers(string signed, string now, string why, string toTry) => new(
        "SIG009", Severity.Warning, $"The tables come out otherwise than they were signed (digest {signed}, now {now}): {why}.", toTry, new ProblemPlace());

    public static UsageException OutExists(string path) => new(
        "SIG010", $"There is a file '{Short(path)}' already.", "Give --out another name.");

    public static Problem DraftErased(string file) => new(
        "SIG011", Severity.Warning, "The draft was erased since it was signed; its sentences can't be read again.", "", new ProblemPlace(file));

    public static UsageException NotSigned(string draft, IEnumerable<string> signed) => new(
        "SIG012", $"'{Short(draft)}' is no draft of this signature.", $"It signs: {string.Join(", ", signed)}");

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
