using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>The faults of deciding, each with its code, sentence and what to try.</summary>
internal static class ReviewProblems
{
    public static UsageException WrongValue(string variable, string fault, string? guess) => new(
        "REV001", $"{variable}: {fault}.", guess is null ? "plumb show CASE UNIT VARIABLE shows what stands." : $"Did you mean {guess}?");

    public static UsageException SeveralValues(string variable) => new(
        "REV002", $"{variable} takes one value.", "Give one, or say --unclear with those that are possible.");

    public static UsageException NoValue() => new(
        "REV003", "It is not said what the value is.", "Give a value, or one of --unclear, --not-stated, --not-applicable, --undo.");

    public static UsageException SeveralWays() => new(
        "REV004", "Only one of a value, --unclear, --not-stated, --not-applicable and --undo can be said.", "Leave the others out.");

    public static UsageException QuoteNotThere(int near) => new(
        "REV005", "The quoted words do not stand in this unit.",
        near == 0 ? "Copy them out of the text: plumb show CASE UNIT." : "Copy one of the places shown, exactly as it stands.");

    public static UsageException QuoteNeeded(string variable) => new(
        "REV006", $"What {variable} rests on is not said: the machine found another value, or none.",
        "Add --quote \"the words\" that say it.");

    public static UsageException ReadingNeeded(string variable) => new(
        "REV007", $"That the source does not say {variable} can only be said by somebody who read the whole unit.",
        "Read it, then add --read-whole; or add --quote \"the words\" that say it.");

    public static UsageException ReasonNeeded() => new(
        "REV008", "What this rests on is not said.", "Add --quote \"the words\", --read-whole or --note TEXT.");

    public static UsageException NotOne(string coder) => new(
        "REV009", "A coder is named by a pseudonym: 2 to 40 letters, digits, hyphens or dots.", $"--as quiet-heron-17{(coder.Length > 40 ? ", shorter" : "")}");

    public static UsageException NothingToUndo(string coder, string variable) => new(
        "REV010", $"{coder} has no decision on {variable} of this unit that stands.", "plumb show CASE UNIT VARIABLE lists decisions; plumb log CASE --what coding has all.");

    public static UsageException NoSuchDecision(string name) => new(
        "REV011", $"There is no decision {(name.Length <= 60 ? name : name[..57] + "...")}.", "Decisions are named device:number, as in plumb log CASE --what coding.");

    public static UsageException OtherKind(string kind) => new(
        "REV012", $"The decision is about a unit of {kind}.", "Name a unit of that kind.");

    public static UsageException TooManyQuotes() => new(
        "REV013", "There are more quotes than values.", "Give one quote for all values, or one for each in their order.");

    public static UsageException WrongShown() => new(
        "REV014", "--blind says that nothing had been shown, --shown that something had.", "Leave one of them out.");

    public static UsageException CodebookChanged() => new(
        "REV015", "The codebook or the case has changed since the build in use, and the unit can't be found in it.", "plumb build CASE, then decide.");

    public static Problem UnknownForm(EntryName entry) => new(
        "REV020", Severity.Error, $"Entry {entry.Short} is a decision of a form that this version does not know; it is not counted.",
        "Use the version of Plumbline that wrote it, or a later one.", new ProblemPlace());

    public static Problem Orphaned(JournaledDecision decision, string? file) => new(
        "REV021", Severity.Warning,
        $"The {decision.Decision.Act.Word()} {decision.Entry.Short} by {decision.Decision.Coder} on {decision.Decision.Variable} found no unit: neither its member, nor its quote, nor its key is there as it was. It is not counted.",
        $"plumb attach CASE UNIT {decision.Entry.Short} --as {decision.Decision.Coder}",
        new ProblemPlace(file, Document: decision.Of.Member.Document, Unit: decision.Of.Member.Id));

    public static Problem Withdrawn(DocumentId document, int decisions) => new(
        "REV040", Severity.Note,
        $"{(decisions == 1 ? "A decision" : $"{decisions} decisions")} on a withdrawn document: kept, counted nowhere, back when the document is reinstated.",
        "plumb source CASE shows what is withdrawn.", new ProblemPlace(Document: document));

    public static Problem NoVariable(JournaledDecision decision) => new(
        "REV022", Severity.Warning,
        $"The {decision.Decision.Act.Word()} {decision.Entry.Short} by {decision.Decision.Coder} is on {decision.Decision.Of.Member.Kind}.{decision.Decision.Variable}, which no codebook has. It is not counted.",
        "Give the variable its old name again, or leave the decision where it is.",
        new ProblemPlace(Document: decision.Of.Member.Document, Unit: decision.Of.Member.Id));

    public static Problem Stale(JournaledDecision decision, UnitId unit) => new(
        "REV023", Severity.Warning,
        $"The definition of {decision.Decision.Variable} has changed since {decision.Entry.Short} by {decision.Decision.Coder}: its value is possible, not confirmed.",
        $"Look again, then: plumb code CASE {unit.Value} {decision.Decision.Variable} VALUE --as {decision.Decision.Coder}",
        new ProblemPlace(Document: decision.Of.Member.Document, Unit: unit));

    public static Problem QuoteMoved(JournaledDecision decision, UnitId unit) => new(
        "REV024", Severity.Note,
        $"The words that {decision.Entry.Short} by {decision.Decision.Coder} quotes for {decision.Decision.Variable} do not stand in the text as it is read now. The decision still counts.",
        "plumb show CASE UNIT VARIABLE shows the words as they were quoted.",
        new ProblemPlace(Document: decision.Of.Member.Document, Unit: unit));
}
