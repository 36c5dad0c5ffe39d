using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>
/// The faults of claims and drafts, each with its code, sentence and what to try. CHK001-019 drafts, 020-039 claims.yaml,
/// 040-059 verdicts, 060-079 checks that are no verdict.
/// </summary>
internal static class ClaimsProblems
{
    public static Problem DraftTooLong(string name, int max) => new(
        "CHK001", Severity.Error, $"The draft is longer than {max / 1024 / 1024} million characters.", "Split it.", new ProblemPlace(name));

    public static Problem DraftNotRead(string name) => new(
        "CHK002", Severity.Error, "The draft can't be read: its markup is nested too deeply.", "Take apart the lists and quotes that stand inside of each other.", new ProblemPlace(name));

    public static Problem BrokenLink(Draft draft, int at) => new(
        "CHK003", Severity.Error, "This looks like a claim's link and is none.", "Write [figure](claim:id) without spaces between ] and ( or inside of the parentheses.", Place(draft, at));

    public static Problem UnknownClaim(Draft draft, int at, string id, string? guess) => new(
        "CHK004", Severity.Error, $"There is no claim '{Short(id)}' in claims.yaml.", guess is null ? "Add it to claims.yaml, or take the link away." : $"Did you mean '{guess}'?", Place(draft, at));

    public static Problem FaultyClaim(Draft draft, int at, string id) => new(
        "CHK005", Severity.Error, $"The claim '{Short(id)}' has a fault in claims.yaml.", "Mend it there; its fault is listed with claims.yaml.", Place(draft, at));

    public static Problem TwoFigures(Draft draft, int at, string id) => new(
        "CHK006", Severity.Error, $"The link to '{Short(id)}' holds two figures.", "Give each figure a link and a claim of its own.", Place(draft, at));

    public static Problem NoFigure(Draft draft, int at, string id) => new(
        "CHK007", Severity.Error, $"The link to '{Short(id)}' holds no figure.", "Put the figure into the link's text, or give the claim 'measure: exists' when it only says that there is one.", Place(draft, at));

    public static Problem NotUtf8(string name, string charset) => new(
        "CHK008", Severity.Warning, $"The draft is not in UTF-8; it was read as {charset}.", "Save it in UTF-8.", new ProblemPlace(name));

    public static Problem DocxNotRead(string name, string why) => new(
        "CHK009", Severity.Error, $"The DOCX can't be read: {why}.", "Open it in its editor and save it anew as DOCX.", new ProblemPlace(name));

    public static Problem OtherForm(string name, string what) => new(
        "CHK010", Severity.Error, $"The draft looks like {what}.", "Save it as DOCX, HTML, Markdown or plain text.", new ProblemPlace(name));

    public static Problem NothingClaimed(string id, ProblemPlace at) => new(
        "CHK020", Severity.Error, $"The claim '{Short(id)}' says nothing.", "Give it one of sql, expr and quote.", at);

    public static Problem TwiceClaimed(string id, ProblemPlace at) => new(
        "CHK021", Severity.Error, $"The claim '{Short(id)}' has more than one of sql, expr and quote.", "Keep one, and make claims of their own of the others.", at);

    public static Problem MeasureWithoutSql(string id, ProblemPlace at) => new(
        "CHK022", Severity.Error, $"The claim '{Short(id)}' has a measure and no sql.", "Only what sql returns is measured; take 'measure' away.", at);

    public static Problem ShareOfNothing(string id, ProblemPlace at) => new(
        "CHK023", Severity.Error, $"The claim '{Short(id)}' is a share and doesn't say of what.", "Add 'of:' with the id of a claim that counts the whole.", at);

    public static Problem OfWithoutShare(string id, ProblemPlace at) => new(
        "CHK024", Severity.Error, $"The claim '{Short(id)}' has 'of' and is no share.", "Add 'measure: share', or take 'of' away.", at);

    public static Problem ShareOfWhat(string id, string of, string? guess, bool isMissing, ProblemPlace at) => new(
        "CHK025", Severity.Error,
        isMissing ? $"'{Short(id)}' is a share of '{Short(of)}', which is not there." : $"'{Short(id)}' is a share of '{Short(of)}', which is no count with sql.",
        guess is null ? "Name a claim with sql whose measure is count." : $"Did you mean '{guess}'?", at);

    public static Problem WrongExpression(string id, string fault, ProblemPlace at) => new(
        "CHK026", Severity.Error, $"The expression of '{Short(id)}' can't be read: {fault}.", "Write ids and numbers with + - * / and parentheses, and spaces around a minus.", at);

    public static Problem UnknownInExpression(string id, string name, string? guess, ProblemPlace at) => new(
        "CHK027", Severity.Error, $"The expression of '{Short(id)}' names '{Short(name)}', which is no claim.",
        guess is null ? "A minus needs a space on its left; else it is part of the id." : $"Did you mean '{guess}'?", at);

    public static Problem Cycle(string id, ProblemPlace at) => new(
        "CHK028", Severity.Error, $"The claim '{Short(id)}' needs itself, or a claim that does.", "Take one of them out of the circle.", at);

    public static Problem NounDiffers(Draft draft, int at, string id, string counted) => new(
        "CHK060", Severity.Warning, $"The noun at '{Short(id)}' may not be what the claim counts ({counted}).", "Look whether the draft counts the same thing; if it does, add its noun to 'counts'.", Place(draft, at));

    public static Problem StatedDifferently(CheckedClaim here, CheckedClaim first) => new(
        "CHK061", Severity.Warning, $"The claim '{Short(here.Id)}' is stated differently here ({Said(here.Figure)}) and in {(here.Draft == first.Draft ? "" : first.Draft + ", ")}line {first.Line} ({Said(first.Figure)}).",
        "Make both say the same.", new ProblemPlace(here.Draft, here.Line, here.Column));

    /// <summary>A figure of the draft as it was understood: its sign and number.</summary>
    private static string Said(Figure? figure) => figure switch
    {
        null => "no figure",
        { Date: { } date } => date.ToString(),
        { Relation: Relation.Between } => $"{Verdicts.Shown(figure.Low)} to {Verdicts.Shown(figure.High)}{StatementReader.Sign(figure)}",
        { IsNearly: true } => $"nearly {Verdicts.Shown(figure.Low)}{StatementReader.Sign(figure)}",
        _ => $"{figure.Relation.Sign()} {Verdicts.Shown(figure.Low)}{StatementReader.Sign(figure)}",
    };

    public static Problem UnreadAccepted(Draft draft, int at, string id, long unread) => new(
        "CHK063", Severity.Note, $"The claim '{Short(id)}' accepts {unread} units that nobody has read.", "Read them, or say in the draft that they were not read.", Place(draft, at));

    public static Problem FoundByValue(Draft draft, int at, string id, ClaimFinding found) => new(
        "CHK064", Severity.Warning, $"The claim '{Short(id)}' was {found.InWords}.",
        "Look whether it counts what the sentence says; then take found_by out of claims.yaml, or add confirmed_by with your name and the reason.", Place(draft, at));

    private static ProblemPlace Place(Draft draft, int at)
    {
        var (line, column) = draft.PlaceOf(at);
        return new ProblemPlace(draft.File.Name, line, column);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
