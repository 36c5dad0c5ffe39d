using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.Cases;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Two short rulings, and people who work on them at browsers of their own.</summary>
internal sealed class Team : IDisposable
{
    public const string Passphrase = "four words that fit";

    public Team(string settles = "one", bool isNamed = true)
    {
        File.WriteAllText(Given.Folder.CaseYaml, $"title: Test\nsettles: {settles}\n");
        Given.Codebook("notes", """
            unit: notes
            of: document
            variables:
              outcome:
                type: category
                values:
                  fine: { label: Fine }
                  arrest: { label: Arrest }
                rules:
                  - value: fine
                    when: fine
                  - value: arrest
                    when: arrest
              weather: { type: text }
            """);
        Given.Give("one.txt", "The court gave a fine, and no arrest. It rained.\n");
        Given.Give("two.txt", "The court gave an arrest. The sun shone.\n");
        Given.Give("three.txt", "The court gave a fine. It snowed.\n");
        Given.Build();
        if (isNamed)
        {
            File.WriteAllText(Given.Folder.PeopleYaml, string.Concat(new[] { "ada: editor", "bob: coder", "eve: coder", "jan: adjudicator", "vic: viewer" }.Select(p => $"{p.Split(": ")[0]}:\n  role: {p.Split(": ")[1]}\n")));
        }

        Shared = new OpenCase(Given.Folder, Options);
    }

    public TestCase Given { get; } = new();

    public OpenCase Shared { get; }

    public StillClock Clock { get; } = new();

    public AppOptions Options => HostileInputTests.Options(Given) with { Clock = Clock };

    public string One => Unit("one");

    public string Unit(string name) => Given.Query($"SELECT unit_id FROM notes WHERE file = '{name}.txt'").Single();

    /// <summary>The case as a person has it who is signed in at a browser of their own.</summary>
    public OpenCase As(string person)
    {
        var seat = new Seat(person, person);
        seat.Sit(Given.Folder.Root, person);
        return seat.Of(Shared);
    }

    public void Dispose()
    {
        Shared.Dispose();
        Given.Dispose();
    }

    /// <summary>A clock that somebody sets.</summary>
    internal sealed class StillClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
