using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Cli;

/// <summary>The faults of the command line itself.</summary>
internal static class CliProblems
{
    public static Problem Arguments(string sentence, string @try) => new("CLI001", Severity.Error, sentence, @try, new ProblemPlace());

    public static Problem Stopped() => new(
        "CLI002", Severity.Note, "Stopped before it was done.", "Run the same command again; what was done is kept.", new ProblemPlace());

    public static Problem System(string sentence, string @try) => new("CLI003", Severity.Error, sentence, @try, new ProblemPlace());

    public static Problem Library(string name) => new(
        "CLI004", Severity.Error, $"The library {name} can't be loaded.", "Build again with a fresh checkout; on another processor than x64 the native libraries may be missing.", new ProblemPlace());

    public static Problem OutOfMemory() => new(
        "CLI005", Severity.Error, "There is not enough memory.", "Close other programs, or ask for fewer rows.", new ProblemPlace());

    public static UsageException NoSchema(string name, IEnumerable<string> known)
    {
        var guess = Guess.Nearest(name, known);
        return new UsageException("CLI006", $"There is no schema '{name}'.", guess is null ? $"Schemas: {string.Join(", ", known)}." : $"Did you mean '{guess}'?");
    }

    public static UsageException NotATime(string option) => new(
        "CLI007", $"{option} is not a time.", "Write 2026-03-01, 2026-03-01T14:30Z or 2026-03-01T14:30+03:00; without an offset it is UTC.");

    public static UsageException NoReason() => new("CLI030", "It is not said why.", "Add --reason \"...\": it stays in the journal.");

    public static UsageException WhichSource() => new("CLI031", "It is not said which source.", "plumb source CASE ID --terms ...");

    public static UsageException NoSource(string id, IEnumerable<string> known)
    {
        var guess = Guess.Nearest(id, known);
        return new UsageException("CLI032", $"Neither sources.yaml nor the journal names a source '{(id.Length <= 60 ? id : id[..57] + "...")}'.", guess is null ? "plumb source CASE lists them." : $"Did you mean '{guess}'?");
    }

    public static UsageException WhichSuggestion() => new(
        "CLI035", "It is not said of which figure a suggestion is taken, which one, or what its claim is to be called.", "plumb suggest CASE DRAFT --figure 3 --take 1 --as-claim ID");

    public static UsageException NotADay(string option) => new("CLI033", $"{option} is not a day.", "Write 2026-12-31.");

    public static StoreFailedException NoApp() => new("CLI060", "The app is not beside this program.", "Build or unpack it whole: plumb-app and plumb lie in one folder.", isTransient: false);

    public static UsageException NeedsFile() => new("CLI008", "Parquet is not for a terminal.", "Add --out FILE.");

    /// <summary>The faults of the query are what is to be shown; the sentence says only that nothing ran.</summary>
    public static UsageException QueryRefused(IReadOnlyList<Problem> problems) => new("CLI009", "The query was not run, or not to its end.", "", problems);

    public static UsageException NoClaim(string id, bool isFaulty, IEnumerable<string> known, IReadOnlyList<Problem> problems)
    {
        var guess = Guess.Nearest(id, known);
        return isFaulty
            ? new UsageException("CLI010", $"The claim '{id}' has faults.", "Mend the lines named.", problems)
            : new UsageException("CLI010", $"There is no claim '{id}' in claims.yaml.", guess is null ? "plumb check CASE shows all claims." : $"Did you mean '{guess}'?");
    }

    public static UsageException NoRows(string id) => new(
        "CLI011", $"The claim '{id}' is made of other claims or a quote and has no rows of its own.", "Ask for the evidence of the claims in its expr.");

    public static UsageException WhichCodebook(IEnumerable<string> tables) => new(
        "CLI012", "It is not clear which codebook to measure.", $"Add --in TABLE. Codebooks of texts: {string.Join(", ", tables)}.");

    public static UsageException NoLabels() => new(
        "CLI013", "The folder holds no labels.jsonl.", "Name a folder with texts/ID.txt, labels.jsonl and spans.jsonl.");

    public static UsageException NoLabelFile() => new(
        "CLI014", "There is no such file of labels.", "Name a file with one JSON object a line; the forms are in docs/codebooks.md and docs/figures.md.");

    public static UsageException NoSuchCodebook(string name, IEnumerable<string> tables) => new(
        "CLI015", $"The case has no codebook '{Output.SafeText.Line(name)}'.", $"Name a file or a table. Tables: {string.Join(", ", tables)}.");

    public static UsageException NoSuchRule(string name, IEnumerable<string> rules) => new(
        "CLI016", $"There is no rule '{Output.SafeText.Line(name)}'.", $"Rules of this variable: {string.Join(", ", rules)}.");

    public static UsageException NoSuchSection(string name, IEnumerable<string> sections) => new(
        "CLI017", $"The codebook has no section '{Output.SafeText.Line(name)}'.", $"Sections: {string.Join(", ", sections)}.");

    public static UsageException NoDraft(string name) => new("CLI018", $"There is no draft '{(name.Length <= 60 ? name : name[..57] + "...")}'.", "Name a file in Markdown, plain text, HTML or DOCX.");

    public static UsageException NothingToCompare() => new(
        "CLI034", "It is not clear what is to be compared.", "One codebook, two, or --since SIGNATURE with at most one.");

    public static Problem Fault(string what, string id) => new(
        "CLI900", Severity.Error, $"Plumbline has a fault: {what} (id {id}).", "Run it again with PLUMB_DEBUG=1 and report what it prints; it holds no text of documents.", new ProblemPlace());

    /// <summary>The part of docs/cli.md about these problems.</summary>
    public const string Page = """

        ## Problems

        | code | what | what to try |
        | --- | --- | --- |
        | CLI001 | the command line can't be read: no such verb or option, a value missing or wrong | `plumb VERB --help` |
        | CLI002 | stopped with Ctrl-C or a signal | run the same command again; what was done is kept |
        | CLI003 | the system could not read or write a file | free space, permissions, the disk |
        | CLI004 | a native library can't be loaded | build again; on another processor than x64 it may be missing |
        | CLI005 | not enough memory | close other programs, ask for fewer rows |
        | CLI006 | no schema of this name | `plumb schema --help` lists them |
        | CLI007 | not a time | such as `2026-03-01T14:30+03:00` |
        | CLI008 | Parquet is not for a terminal | `--out FILE` |
        | CLI009 | a query was refused, or ended before its end; the faults are listed before this line | mend the query |
        | CLI010 | no such claim, or one with faults | look into claims.yaml |
        | CLI011 | a claim made of others, or a quote, has no rows of its own | ask for the evidence of the claims in its `expr` |
        | CLI012 | several codebooks of texts, or none | `--in TABLE` |
        | CLI013 | no labels in the folder | a folder with `texts/`, `labels.jsonl`, `spans.jsonl` |
        | CLI014 | no file of labels | a file with one JSON object a line ([codebooks](codebooks.md#tests), [figures](figures.md#measuring-the-reading)) |
        | CLI015 | no codebook of this name | a file, or a table of the case |
        | CLI016 | no rule of this name | `plumb codebook preview CASE outcome/fine`; rules are named by variable and value or reader |
        | CLI017 | no section of this name | one that the codebook declares |
        | CLI018 | no draft of this name | name a file in Markdown, plain text, HTML or DOCX |
        | CLI030 | no reason is given | `--reason "..."` |
        | CLI031 | something is to be said of a source, and not of which | `plumb source CASE ID --terms ...` |
        | CLI032 | no such source | `plumb source CASE` lists them |
        | CLI033 | not a day | `2026-12-31` |
        | CLI034 | neither a codebook nor `--since`, or `--since` with two | one, two, or `--since` with at most one |
        | CLI035 | `--take` without `--figure`, or `--write` without `--as-claim` | `plumb suggest CASE --figure 3 --take 1 --as-claim ID` |
        | CLI060 | the app is not beside the command | build or unpack it whole: `plumb-app` and `plumb` lie in one folder |
        | CLI900 | a fault of Plumbline itself; the id is the same for the same fault | run it with PLUMB_DEBUG=1 and report what it prints |

        """;
}
