using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>A small case: two notes, one of a named source, and a claim that rests on it.</summary>
internal static class FinedNotes
{
    public const string Codebook = """
        unit: notes
        label: Notes
        of: document
        variables:
          outcome:
            type: category
            label: Outcome
            instructions: What the court decided.
            values:
              fine: { label: Fine }
              arrest: { label: Arrest }
            rules:
              - value: fine
                when: fine
                examples: {match: [a fine], no-match: [an arrest]}
              - value: arrest
                when: arrest
                examples: {match: [an arrest], no-match: [a fine]}
          decided_on:
            type: date
            label: Decided on
            rules:
              - read: date
                pick: first
                examples: {match: [10 June 2022], no-match: [in summer]}
        """;

    public static TestCase Given()
    {
        var given = new TestCase();
        given.Codebook("notes", Codebook);
        File.WriteAllText(given.Folder.ClaimsYaml, """
            fined:
              sql: SELECT unit_id FROM notes WHERE outcome = 'fine'
              counts: {en: [fine, fines]}
            """);
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "# A heading\n\nThe court gave [at least one fine](claim:fined).\n");
        given.GiveFrom("clerk", "one.txt", "On 10 June 2022 the court gave a fine.\n");
        given.Give("two.txt", "The court gave an arrest.\n");
        given.Build();
        using var open = new Plumbline.App.Cases.OpenCase(given.Folder, HostileInputTests.Options(given));
        var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();
        open.Units.Say(new Plumbline.App.Cases.Saying { Unit = unit, Variable = "outcome", Values = ["fine"] });
        given.Build();
        return given;
    }
}
