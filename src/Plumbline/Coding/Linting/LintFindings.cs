using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;

namespace Plumbline.Coding.Linting;

/// <summary>What was found, each with its place in the codebook (COD120 to COD129; docs/codebooks.md has a row for each).</summary>
internal sealed class LintFindings(string shownName, string text)
{
    private readonly string[] lines = text.ReplaceLineEndings("\n").Split('\n');
    private readonly List<Problem> found = [];

    /// <summary>All, in the order of the file.</summary>
    public IReadOnlyList<Problem> All => [.. found.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ThenBy(p => p.Code, StringComparer.Ordinal)];

    public void Never(CodingRule rule, string why) => Add(
        "COD120", Severity.Warning, rule.Place, $"The rule {rule.Name} can never match: {why}.", "Narrow `unless`, or take the rule out.");

    public void Shadowed(CodingRule rule, CodingRule by) => Add(
        "COD121", Severity.Warning, rule.Place, $"The rule {rule.Name} never gets its turn: {by.Name} in line {by.Place.Line} finds something wherever it does.", "Put it before that rule, or take one of them out.");

    public void Taken(CodingRule rule, CodingRule by, CodingExample example) => Add(
        "COD122", Severity.Warning, example.Place, $"This example of {rule.Name} is decided by {by.Name} in line {by.Place.Line}, which stands before it.", "Change the order, or give the earlier rule an `unless`.");

    public void NoExample(CodingRule rule) => Add(
        "COD123", Severity.Warning, rule.Place, $"The rule {rule.Name} has no example.", "Add examples: {match: [a sentence], no-match: [another]}.");

    public void NoSuchWord(CodingRule rule, string pattern) => Add(
        "COD124", Severity.Note, rule.Place, $"No word of this build fits {CodebookLint.Short(pattern)} in {rule.Name}.", "Look for a misspelling; where the case only lacks the word, leave it.");

    public void NoSuchText(CodingRule rule) => Add(
        "COD125", Severity.Note, rule.Place, $"No text of this build has the words that {rule.Name} needs.", "Look for a misspelling; where the case only lacks such texts, leave it.");

    public void SameAsSilence(CodingRule rule, string value) => Add(
        "COD126", Severity.Warning, rule.Place, $"The rule {rule.Name} says {value}, which is what finding nothing means, and no rule stands behind it.", "Take it out, or put it before the rules that it should guard.");

    public void Overlap(CodingRule rule, CodingRule by, long units, long of) => Add(
        "COD127", Severity.Note, rule.Place, $"{by.Name} in line {by.Place.Line} also matches in {units} of the {of} texts in which {rule.Name} does, and decides them.", "See them with plumb codebook preview; change the order or add `unless` where that is wrong.");

    public void DoubleName(string list, int row, int other) => found.Add(new Problem(
        "COD128", Severity.Warning, $"Row {row} has a name that row {other} has too, and no place tells them apart: a text that says it fits both, so it stays as it was read.",
        "Give both a place, or take one of the names out.", new ProblemPlace(list, row)));

    private void Add(string code, Severity severity, FilePlace at, string sentence, string @try) => found.Add(new Problem(
        code, severity, sentence, @try, at.In(shownName, lines)));
}
