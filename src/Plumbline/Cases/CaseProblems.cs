using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>The faults of a case's own files and of making a case.</summary>
internal static class CaseProblems
{
    public static UsageException FaultyCase(IReadOnlyList<Problem> problems) => new(
        "CAS002", "case.yaml has faults.", "Mend the lines named.", problems);

    public static UsageException NotEmpty(string path) => new(
        "CAS003", "This folder exists and is not empty: " + path, "Name a new folder; files are brought in with plumb ingest.");

    public static UsageException Synced(string service) => new(
        "CAS004",
        $"This folder is kept in step with other computers by {service}. A journal that two computers write at once breaks, and the sources leave this machine.",
        "Choose another folder, or add --allow-synced.");

    public static UsageException MovedIntoSynced(string service) => new(
        "CAS009",
        $"The case lies in a folder that is kept in step with other computers by {service}: a journal that two computers write at once breaks.",
        "Move the case elsewhere, or write allow_synced: true into case.yaml.");

    public static UsageException NoTemplate(string name, IEnumerable<string> known)
    {
        var guess = Guess.Nearest(name, known);
        return new UsageException(
            "CAS005", $"There is no template '{name}'.", guess is null ? $"Templates: {string.Join(", ", known)}." : $"Did you mean '{guess}'?");
    }

    public static UsageException NotAPseudonym() => new(
        "CAS006", "A pseudonym has 2 to 40 letters, digits, hyphens or dots, a letter or digit first.", "plumb new DIR --as quiet-heron-17");

    public static UsageException InsideACase(string root) => new(
        "CAS007", "The folder lies inside another case: " + root, "Name a folder outside of it.");

    public static StoreFailedException NotMade(Exception inner) => new(
        "CAS008", "The case could not be made; what had been written was removed.", "Look at free space and at the permissions of the folder above.", isTransient: true, inner);

    public static UsageException FaultySources(IReadOnlyList<Problem> problems) => new(
        "CAS020", "sources.yaml has faults, so nobody can say what may be shown and what is withdrawn.", "Mend the lines named.", problems);

    public static (string Code, string Sentence, string Try) NoSuchDay { get; } =
        ("CAS021", "There is no such day.", "Write a day such as 2026-12-31.");

    public static (string Code, string Sentence, string Try) ThenWithoutUntil { get; } =
        ("CAS022", "'then' says what holds after 'until', and there is no 'until'.", "Write until: DAY, or remove it.");

    public static (string Code, string Sentence, string Try) TooShort { get; } =
        ("CAS023", "The beginning of a document's id has at least 8 digits.", "Give more of them, or a file name.");

    public static (string Code, string Sentence, string Try) SamePseudonym { get; } =
        ("CAS024", "Two sources have this pseudonym: readers would take them for one.", "Give each its own.");

    public static (string Code, string Sentence, string Try) RealName { get; } =
        ("CAS025", "A real name stands in plain text in sources.yaml, which is copied, merged and backed up with the case.", "Keep it outside of the case, unless the source is on record.");

    public static UsageException NotASource() => new(
        "CAS026", "A source is named by a word of 1 to 100 characters without control characters, no space at its ends.", "plumb source CASE registry-office --terms on-record");

    public static StoreFailedException SourcesNotWritten(Exception inner) => new(
        "CAS028", "sources.yaml can't be written; it stands as it was.", "Look at free space and at the permissions of the case folder.", isTransient: true, inner);

    public static UsageException NotEditable() => new(
        "CAS027", "sources.yaml is written in a form that can't be changed here without losing what stands in it.", "Write the entry by hand; docs/sources.md shows how.");

    public static Problem NoHoliday(int line) => new(
        "CAS030", Severity.Warning, "A line of lists/holidays.csv is no day off, so it is left out.", "Write day, name and, for a day that was worked on, workday: 2020-07-01,Vote.",
        new ProblemPlace(PublicHolidays.ListPath, line));

    public static UsageException FaultyPeople(IReadOnlyList<Problem> problems) => new(
        "CAS040", "people.yaml has faults, so nobody can say who may do what.", "Mend the lines named.", problems);

    public static UsageException PeopleNotEditable() => new(
        "CAS041", "people.yaml is written in a form that can't be changed here without losing what stands in it.", "Write the entry by hand; docs/people.md shows how.");

    public static StoreFailedException PeopleNotWritten(Exception inner) => new(
        "CAS042", "people.yaml can't be written; it stands as it was.", "Look at free space and at the permissions of the case folder.", isTransient: true, inner);

    public static UsageException NoEditorLeft() => new(
        "CAS043", "The case would have no editor any more, and nobody could change that.", "Make somebody else an editor first.");

    public static (string Code, string Sentence, string Try) WrongTolerance { get; } =
        ("CAS011", "A tolerance is a share from 0 up to, not including, 1.", "Write 0.1 for a tenth.");

    public static (string Code, string Sentence, string Try) UnknownZone { get; } =
        ("CAS010", "This time zone is not known.", "Write a name of the IANA list, such as Europe/Moscow or UTC.");
}
