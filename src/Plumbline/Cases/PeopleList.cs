using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// <c>people.yaml</c>: who works on a case, by pseudonym, and what each may do. A case without the file has one person, who may do all.
/// </summary>
/// <param name="All">The people, in the order of the file.</param>
public sealed record PeopleList(IReadOnlyList<CasePerson> All)
{
    /// <summary>How messages name the file.</summary>
    public const string FileName = "people.yaml";

    private static readonly MapShape EntryShape = new("Somebody who works on the case.",
    [
        new("role", new ChoiceShape("What they may do: a viewer reads, a coder codes, an adjudicator says what stands, an editor does all.", PeopleWords.Roles), Required: true),
        new("state", new ChoiceShape("left: works on it no more, and can't sign in; decisions stand. works when left out.", PeopleWords.States)),
        new("note", new TextShape("For readers of this file. No real names: it is plain text.")),
    ]);

    /// <summary>Nobody is named.</summary>
    public static PeopleList Empty { get; } = new([]);

    /// <summary>What the file must look like.</summary>
    public static YamlShape Shape { get; } = new NamedShape(
        "The people of a case, by pseudonym.", @"[\p{L}\p{N}][\p{L}\p{N}.-]{1,39}", "2 to 40 letters, digits, hyphens or dots, a letter or digit first", EntryShape);

    /// <summary>True when the case has named people.</summary>
    public bool IsNamed => All.Count > 0;

    /// <summary>The people of a case.</summary>
    /// <exception cref="UsageException">The file has faults; all of them are in it.</exception>
    public static PeopleList Read(CaseFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var problems = new List<Problem>();
        var list = !File.Exists(folder.PeopleYaml) ? Empty : From(YamlFile.Read(folder.PeopleYaml, Shape, FileName), problems);
        return problems.Exists(p => p.Severity == Severity.Error) ? throw CaseProblems.FaultyPeople(problems) : list;
    }

    /// <summary>Reads a text; faults are added.</summary>
    public static PeopleList Parse(string text, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return From(YamlFile.Parse(text, Shape, FileName), problems);
    }

    /// <summary>The person of a pseudonym, or null.</summary>
    public CasePerson? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    private static PeopleList From(YamlFile file, List<Problem> problems)
    {
        problems.AddRange(file.Problems);
        return file is { Root: { } root, IsRight: true }
            ? new PeopleList([.. root.Entries.Where(e => e.Value is YamlMap).Select(e => (e.Key.Text, Map: (YamlMap)e.Value))
                .Select(e => new CasePerson(e.Text, PeopleWords.RoleOf(e.Map.Text("role")), e.Map.Text("state") == PeopleWords.States[1], e.Map.Text("note") ?? ""))])
            : Empty;
    }
}
