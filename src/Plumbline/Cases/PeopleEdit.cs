using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// Writes an entry of <c>people.yaml</c>, and leaves every other character as it stands, comments too. What it wrote is read again and must say
/// just what was asked for; a file in which that does not come out is refused, not spoiled. A case that names people always has an editor.
/// </summary>
public static class PeopleEdit
{
    private static readonly YamlEntryText Yaml = new(PeopleList.Shape, PeopleList.FileName);

    /// <summary>Adds or changes a person. The file is there, whole, when this comes back; it is made where there is none.</summary>
    /// <exception cref="UsageException">It is no pseudonym, no editor would be left, the file has faults, or a form that can't be changed here.</exception>
    public static void Set(CaseFolder folder, CasePerson person)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(person);
        if (!Pseudonym.IsOne(person.Id))
        {
            throw CaseProblems.NotAPseudonym();
        }

        var before = PeopleList.Read(folder);
        var text = File.Exists(folder.PeopleYaml) ? File.ReadAllText(folder.PeopleYaml) : "# Who works on the case. What each may do: docs/people.md of Plumbline.\n";
        var changed = Set(text, before, person);
        var made = $"{folder.PeopleYaml}.new";
        try
        {
            File.WriteAllText(made, changed);
            File.Move(made, folder.PeopleYaml, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CaseProblems.PeopleNotWritten(e);
        }
    }

    /// <summary>The text with the change.</summary>
    internal static string Set(string text, PeopleList before, CasePerson person)
    {
        var old = before.Find(person.Id);
        IReadOnlyList<CasePerson> wanted = old is null ? [.. before.All, person] : [.. before.All.Select(p => p.Id == person.Id ? person : p)];
        if (!wanted.Any(p => p is { Role: Role.Editor, HasLeft: false }))
        {
            throw CaseProblems.NoEditorLeft();
        }

        if (old?.Role != person.Role)
        {
            text = Yaml.Set(text, person.Id, "role", person.Role.Word());
        }

        if ((old?.HasLeft ?? false) != person.HasLeft)
        {
            text = Yaml.Set(text, person.Id, "state", PeopleWords.States[person.HasLeft ? 1 : 0]);
        }

        if ((old?.Note ?? "") != person.Note)
        {
            text = Yaml.Set(text, person.Id, "note", person.Note);
        }

        var faults = new List<Problem>();
        var after = PeopleList.Parse(text, faults);
        return faults.Exists(f => f.Severity == Severity.Error) || !after.All.SequenceEqual(wanted) ? throw CaseProblems.PeopleNotEditable() : text;
    }
}
