using System.Text;
using Plumbline.App.Cases;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Sheets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Who may do what, and how they show who they are.</summary>
public sealed class PeopleTests
{
    [Fact]
    public void A_case_that_names_nobody_has_one_person_who_may_do_all()
    {
        using var team = new Team(isNamed: false);
        Assert.All(Enum.GetValues<Act>(), a => Assert.True(team.Shared.May(a)));
        Assert.Equal(Pseudonym.Of(team.Given.Folder), team.Shared.Who);
    }

    [Fact]
    public void What_proves_who_somebody_is_and_what_they_were_shown_stay_on_this_computer()
    {
        using var team = new Team();
        using var outside = new TemporaryFolder("флешка");
        var folder = team.Given.Folder;
        new Seat("ada", "ada").Of(team.Shared).Register.SignIn("ada", Team.Passphrase);
        team.As("bob").Units.View(team.One);
        string[] own = [Path.Combine(folder.Root, ".plumb", "passphrases"), Path.Combine(folder.Root, ".plumb", "shown")];
        Assert.All(own, f => Assert.True(new FileInfo(f).Length > 0, f));
        var other = CaseFolder.At(outside["дело"]);
        Directory.CreateDirectory(other.Root);
        CaseMerge.Merge(other, folder.Root, new MergeOptions { Who = "ada" });
        CaseHandOut.Make(folder, outside["out"], ["bob"], 0, new UnitSelection { Seed = 1 }, new JournalOptions { Who = "ada" });
        var secrets = own.SelectMany(File.ReadLines).Where(l => l.Length > 20).Select(Encoding.UTF8.GetBytes).ToList();
        Assert.All(Directory.GetFiles(outside.Path, "*", SearchOption.AllDirectories), f =>
        {
            Assert.DoesNotContain(Path.GetFileName(f), own.Select(Path.GetFileName));
            Assert.All(secrets, s => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(s)));
        });
        Assert.True(File.Exists(other.PeopleYaml)); // Who works on it is part of the case; how they prove it is not.
    }

    [Fact]
    public void Each_role_may_do_its_own_and_no_more()
    {
        using var team = new Team();
        var may = new Dictionary<string, Act[]>
        {
            ["vic"] = [Act.Read],
            ["bob"] = [Act.Read, Act.Code, Act.TakeIn],
            ["jan"] = [Act.Read, Act.Code, Act.TakeIn, Act.Adjudicate, Act.Assign],
            ["ada"] = Enum.GetValues<Act>(),
        };
        foreach (var (person, acts) in may)
        {
            var open = team.As(person);
            foreach (var act in Enum.GetValues<Act>())
            {
                Assert.Equal(acts.Contains(act), open.May(act));
                if (acts.Contains(act))
                {
                    Assert.Equal(person, open.Require(act).Id);
                }
                else
                {
                    Assert.Equal("APP021", Assert.Throws<UsageException>(() => open.Require(act)).Code);
                }
            }
        }
    }

    [Fact]
    public void What_a_role_may_not_do_is_refused_where_it_is_done_and_leaves_the_journal_as_it_was()
    {
        using var team = new Team();
        var (nobody, viewer, coder) = (new Seat().Of(team.Shared), team.As("vic"), team.As("bob"));
        var before = Heads(team);
        var saying = new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"] };
        Refused("APP020", () => nobody.Units.Say(saying), () => nobody.Units.View(team.One), () => nobody.TakeIn([], null), () => nobody.Update(), () => nobody.Register.Add("new-one", Role.Coder, Team.Passphrase));
        Refused("APP021", () => viewer.Units.Say(saying), () => viewer.Units.TakeBack(team.One, "outcome"), () => viewer.TakeIn([], null), () => viewer.Update(), () => viewer.Queue.Defer(team.One, "later"),
            () => viewer.Queue.Judge(team.One, team.Unit("two"), Plumbline.Review.Sameness.Same, null));
        Refused("APP021", () => coder.Units.Say(saying with { Adjudicates = true }), () => coder.Units.ViewAll(team.One), () => coder.Queue.Assign([team.One], "eve"), () => coder.Queue.Attach("abcd:1", team.One),
            () => coder.Register.Change("bob", Role.Editor, false), () => coder.Register.ChangePassphrase("ada", null, Team.Passphrase), () => coder.Review(Act.Sign), () => coder.Writing(Act.Withdraw), () => coder.Require(Act.Edit));
        Assert.Equal(before, Heads(team));
    }

    [Fact]
    public void The_person_at_the_browser_stands_on_the_decision_and_on_its_entry()
    {
        using var team = new Team();
        team.As("bob").Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"] });
        using var journal = Journal.OpenRead(team.Given.Folder);
        Assert.Equal("bob", Assert.Single(CaseDecisions.Read(journal).Live).Decision.Coder);
        Assert.Equal("bob", journal.Entries(Plumbline.Review.DecisionWords.Coding).Single().Who);
    }

    [Fact]
    public void Who_has_left_or_lost_a_role_is_so_at_once()
    {
        using var team = new Team();
        var bob = team.As("bob");
        team.As("ada").Register.Change("bob", Role.Viewer, false);
        Assert.False(bob.May(Act.Code));
        team.As("ada").Register.Change("bob", Role.Viewer, true);
        Assert.Null(bob.Person);
    }

    [Fact]
    public void The_first_person_is_an_editor_who_is_signed_in_and_an_editor_always_stays()
    {
        using var team = new Team(isNamed: false);
        var seat = new Seat("1", "1");
        seat.Of(team.Shared).Register.Add("ada", Role.Viewer, Team.Passphrase);
        var ada = seat.Of(team.Shared);
        Assert.Equal(new Person("ada", Role.Editor), ada.Person);
        Assert.Equal("CAS043", Assert.Throws<UsageException>(() => ada.Register.Change("ada", Role.Coder, false)).Code);
        Assert.Equal("APP024", Assert.Throws<UsageException>(() => ada.Register.Add("bob", Role.Coder, "short")).Code);
        ada.Register.Add("bob", Role.Coder, Team.Passphrase);
        Assert.Equal("APP026", Assert.Throws<UsageException>(() => ada.Register.Add("bob", Role.Coder, Team.Passphrase)).Code);
        var other = new Seat("2", "2");
        other.Of(team.Shared).Register.SignIn("bob", Team.Passphrase);
        Assert.Equal("bob", other.Of(team.Shared).Who);
        Assert.Equal("ada", seat.Of(team.Shared).Who);
        other.Of(team.Shared).Register.SignOut();
        Assert.Null(other.Of(team.Shared).Person);
    }

    [Fact]
    public void Passphrases_are_for_this_user_alone_and_nobody_reads_them_out_of_the_file()
    {
        using var team = new Team();
        var passphrases = new Passphrases(team.Given.Folder, team.Clock);
        passphrases.Set("ada", Team.Passphrase);
        passphrases.Set("bob", Team.Passphrase);
        var text = File.ReadAllText(passphrases.FilePath);
        Assert.DoesNotContain("four", text, StringComparison.Ordinal);
        var hashes = System.Text.Json.JsonDocument.Parse(text).RootElement.EnumerateObject().Select(p => p.Value.GetProperty("Hash").GetString()).ToList();
        Assert.Equal(2, hashes.Distinct().Count());
        Assert.All(System.Text.Json.JsonDocument.Parse(text).RootElement.EnumerateObject(), p => Assert.True(p.Value.GetProperty("Rounds").GetInt32() >= 600_000));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(passphrases.FilePath));
        }
    }

    [Fact]
    public void Wrong_passphrases_are_counted_and_slowed_down()
    {
        using var team = new Team();
        var passphrases = new Passphrases(team.Given.Folder, team.Clock);
        passphrases.Set("bob", Team.Passphrase);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("APP022", Assert.Throws<UsageException>(() => passphrases.Check("bob", "not the one at all")).Code);
        }

        Assert.Equal("APP023", Assert.Throws<UsageException>(() => passphrases.Check("bob", Team.Passphrase)).Code);
        team.Clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal("APP022", Assert.Throws<UsageException>(() => passphrases.Check("bob", "not the one at all")).Code);
        team.Clock.Now += TimeSpan.FromSeconds(3);
        Assert.Equal("APP023", Assert.Throws<UsageException>(() => passphrases.Check("bob", Team.Passphrase)).Code);
        team.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(4, passphrases.Check("bob", "  four words that fit "));
        Assert.Equal(0, passphrases.Check("bob", Team.Passphrase));
        Assert.Equal("APP022", Assert.Throws<UsageException>(() => passphrases.Check("nobody", Team.Passphrase)).Code);
    }

    [Fact]
    public void On_a_computer_without_passphrases_an_editor_chooses_one_and_nobody_else()
    {
        using var team = new Team();
        var seat = new Seat("1", "1");
        Assert.Equal("APP022", Assert.Throws<UsageException>(() => seat.Of(team.Shared).Register.SignIn("bob", Team.Passphrase)).Code);
        seat.Of(team.Shared).Register.SignIn("ada", Team.Passphrase);
        Assert.Equal("ada", seat.Of(team.Shared).Who);
    }

    [Fact]
    public void A_file_of_people_with_faults_lets_nobody_do_anything()
    {
        using var team = new Team();
        var ada = team.As("ada");
        File.WriteAllText(team.Given.Folder.PeopleYaml, "ada: {role: king}\n");
        Assert.Null(ada.Person);
        Assert.NotEmpty(ada.Register.Faults);
        Refused("APP020", () => ada.Units.View(team.One));
    }

    [Fact]
    public void An_entry_is_changed_and_all_else_of_the_file_stands()
    {
        var before = "# who\nada: {role: editor}\nbob:\n  role: coder # since May\n  note: \"x: y\"\n";
        var after = PeopleEdit.Set(before, PeopleList.Parse(before, []), new CasePerson("bob", Role.Adjudicator, HasLeft: true, "x: y"));
        Assert.Equal("# who\nada: {role: editor}\nbob:\n  role: adjudicator # since May\n  note: \"x: y\"\n  state: left\n", after);
        Assert.Equal("CAS041", Assert.Throws<UsageException>(() => PeopleEdit.Set(before, PeopleList.Parse(before, []), new CasePerson("ada", Role.Editor, Note: "new"))).Code);
    }

    private static void Refused(string code, params Action[] acts) => Assert.All(acts, a => Assert.Equal(code, Assert.Throws<UsageException>(a).Code));

    private static string Heads(Team team)
    {
        using var journal = Journal.OpenRead(team.Given.Folder);
        return string.Join(' ', journal.Heads());
    }
}
