using Plumbline.Cases;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>Faults of codebooks (COD100 to COD199); docs/codebooks.md has a row for each.</summary>
internal static class CodebookProblems
{
    public static void ReservedName(this YamlFaults faults, YamlNode at, string name, string what) => faults.Add(
        "COD101", $"'{name}' can't be the name of a {what}: tables or SQL use it.", "Choose another name.", at);

    public static void UnknownVariable(this YamlFaults faults, YamlNode at, string name, IEnumerable<string> known) => faults.Add(
        "COD102", $"There is no variable '{Short(name)}'.", Did(name, known, "variables"), at);

    public static void UnknownReader(this YamlFaults faults, YamlNode at, string name, IEnumerable<string> known) => faults.Add(
        "COD103", $"There is no value reader '{Short(name)}'.", Did(name, known, "readers"), at);

    public static void WrongReader(this YamlFaults faults, YamlNode at, string reader, string gives, string type) => faults.Add(
        "COD104", $"The reader '{reader}' gives {gives}, but the variable's type is {type}.", "Change the type, or take another reader.", at);

    public static void UnknownSection(this YamlFaults faults, YamlNode at, string name, IEnumerable<string> known) => faults.Add(
        "COD105", $"There is no section '{Short(name)}'.", Did(name, known, "sections"), at);

    public static void WrongValue(this YamlFaults faults, YamlNode at, string variable, string text, string fault, IEnumerable<string> known)
    {
        var guess = Guess.Nearest(text, known);
        faults.Add("COD106", $"'{Short(text)}' is not a value of '{variable}': {fault}.", guess is null ? "Write one of its values." : $"Did you mean {guess}?", at);
    }

    public static void WrongRule(this YamlFaults faults, YamlNode at, string sentence, string @try) => faults.Add("COD107", sentence, @try, at);

    public static void Cycle(this YamlFaults faults, YamlNode at, string variable) => faults.Add(
        "COD108", $"The `if` of '{variable}' leads back to itself.", "Take one of the conditions out.", at);

    public static void WrongDefinition(this YamlFaults faults, YamlNode at, string sentence, string @try) => faults.Add("COD109", sentence, @try, at);

    public static void WrongUnit(this YamlFaults faults, YamlNode at, string sentence, string @try) => faults.Add("COD110", sentence, @try, at);

    public static void WrongSection(this YamlFaults faults, YamlNode at, string sentence, string @try) => faults.Add("COD111", sentence, @try, at);

    public static Problem UnknownTerm(ProblemPlace at, string name, IEnumerable<string> known) => new(
        "COD112", Severity.Error, $"There is no term '{Short(name)}' above.", Did(name, known, "terms"), at);

    public static Problem TermDoesNotFit(ProblemPlace at, Problem? why) => new(
        "COD113", Severity.Error, $"With its terms put in this is no query: {why?.Sentence ?? "it is too long."}", why?.Try ?? "Cut it into several rules.", at);

    public static void WrongExample(this YamlFaults faults, YamlNode at, string sentence, string @try) => faults.Add("COD114", sentence, @try, at);

    /// <summary>A line of labels without its text: path is of the user's own file.</summary>
    public static Problem NoLabelledText(string path, int line) => new(
        "COD115", Severity.Error, "This line of labels is no JSON object with a text.", "Write {\"text\": \"...\", \"variable\": \"value\"}, or \"file\" with the name of a file in texts/ beside the labels.", new ProblemPlace(Path.GetFileName(path), line));

    /// <summary>An example that came out otherwise.</summary>
    public static Problem WrongOutcome(string shownName, string text, Codebooks.ExampleMiss miss)
    {
        var what = miss.Rule is { } rule ? $"The rule {rule}" : $"The variable {miss.Variable}";
        var wanted = !miss.Example.Matches ? "must find nothing here" : miss.Example.Expected is { } value ? $"must give {value} here" : "must match here";
        return new Problem(
            "COD116", Severity.Error, $"{what} {wanted}, and {(miss.Found is { } found ? $"gives {found}" : "finds nothing")}.", "Mend the rule, or the example.",
            miss.Example.Place.In(shownName, text.ReplaceLineEndings("\n").Split('\n')));
    }

    /// <summary>The list that `names` speaks of can't be used.</summary>
    public static void BrokenList(this YamlFaults faults, YamlNode at, string path, string why) => faults.Add(
        "COD117", $"The list {Short(path)} can't be used: {why}.", "Put a CSV file with a row of headings and one name in each row there.", at);

    public static void NoColumn(this YamlFaults faults, YamlNode at, string path, string name, IEnumerable<string> known) => faults.Add(
        "COD118", $"The list {Short(path)} has no column '{Short(name)}'.", Did(name, known, "columns") is var did && did.StartsWith("Known", StringComparison.Ordinal) ? "Its columns: " + did["Known columns: ".Length..] : did, at);

    private static string Did(string name, IEnumerable<string> known, string what)
    {
        var list = known.ToList();
        var guess = Guess.Nearest(name, list);
        return guess is not null ? $"Did you mean '{guess}'?"
            : list.Count == 0 ? $"The codebook has no {what}."
            : $"Known {what}: {string.Join(", ", list)}.";
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
