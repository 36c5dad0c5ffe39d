using Plumbline.App.Cases;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Pipeline;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Orders of work, and who does what.</summary>
public sealed class QueueTests
{
    [Fact]
    public void What_the_machine_is_unsure_of_comes_first_and_goes_when_it_is_coded()
    {
        using var team = new Team();
        var bob = team.As("bob");
        Assert.Equal(team.One, bob.Queue.Items(QueueKind.Uncertain)[0].Unit); // It says both, and the machine can't tell.
        bob.Seat.Queue = QueueKind.Uncertain;
        Assert.Equal(team.One, bob.Units.Next(null)!.Value.Unit);
        bob.Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = "fine" });
        Assert.DoesNotContain(bob.Queue.Items(QueueKind.Uncertain), i => i.Unit == team.One);
        Assert.Contains(team.As("eve").Queue.Items(QueueKind.Uncertain), i => i.Unit == team.One);
    }

    [Fact]
    public void A_random_order_is_made_again_by_its_seed_and_by_nothing_that_was_decided()
    {
        using var team = new Team();
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        var seeds = Enumerable.Range(1, 20).Select(s => s.ToString(System.Globalization.CultureInfo.InvariantCulture)).Select(s => (Seed: s, Order: Order(bob, s))).ToList();
        Assert.True(seeds.Select(s => s.Order).Distinct().Count() > 2);
        bob.Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = "fine" });
        Assert.All(seeds, s => Assert.Equal(s.Order, Order(eve, s.Seed)));
        Assert.All(seeds.Select(s => s.Order.Split(' ')), o => Assert.Equal(3, o.Distinct().Count()));
    }

    [Fact]
    public void What_was_given_to_somebody_is_in_their_queue_alone_and_survives_a_restart()
    {
        using var team = new Team();
        team.As("jan").Queue.Assign([team.One], "eve");
        Assert.Equal(team.One, Assert.Single(team.As("eve").Queue.Items(QueueKind.Mine)).Unit);
        Assert.Empty(team.As("bob").Queue.Items(QueueKind.Mine));
        Assert.DoesNotContain(team.As("bob").Queue.Items(QueueKind.Uncertain), i => i.Unit == team.One);
        Assert.False(team.Shared.IsStale()); // It changes nothing of what is built.
        using var again = new OpenCase(team.Given.Folder, team.Options);
        Assert.Equal("eve", again.Facts.Work[team.One].To);
        team.As("ada").Queue.Assign([team.One], null);
        Assert.Empty(team.As("eve").Queue.Items(QueueKind.Mine));
    }

    [Fact]
    public void What_is_to_be_done_goes_with_a_merge_and_the_later_word_holds()
    {
        using var team = new Team();
        using var stick = new TemporaryFolder("флешка");
        var other = CaseFolder.At(stick["дело"]);
        Directory.CreateDirectory(other.Root);
        team.As("jan").Queue.Assign([team.One], "bob");
        CaseMerge.Merge(other, team.Given.Folder.Root, new MergeOptions { Who = "eve" });
        CaseBuild.Build(other, new BuildOptions { Workers = 1, ReaderCommand = TestCase.Hidden("read-worker") }, null, TestContext.Current.CancellationToken);
        using (var there = new OpenCase(other, team.Options))
        {
            Assert.Equal("bob", there.Facts.Work[team.One].To);
            new UnitTasks(other, new JournalOptions { Who = "eve" }).Assign(there.Built!, [team.One], "eve");
        }

        CaseMerge.Merge(team.Given.Folder, other.Root, new MergeOptions { Who = "jan" });
        Assert.Equal(team.One, Assert.Single(team.As("eve").Queue.Items(QueueKind.Mine)).Unit);
        Assert.Empty(team.As("bob").Queue.Items(QueueKind.Mine));
    }

    [Fact]
    public void What_was_put_off_waits_with_its_note_for_all_and_what_was_skipped_for_one()
    {
        using var team = new Team();
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        (bob.Seat.Queue, eve.Seat.Queue) = (QueueKind.Uncertain, QueueKind.Uncertain);
        bob.Queue.Defer(team.One, "ask the lawyer");
        var off = Assert.Single(eve.Queue.Items(QueueKind.Deferred));
        Assert.Equal((team.One, "bob", "ask the lawyer"), (off.Unit, off.DeferredBy, off.Note));
        Assert.DoesNotContain(eve.Queue.Items(QueueKind.Uncertain), i => i.Unit == team.One);
        eve.Queue.Resume(team.One);
        Assert.Empty(eve.Queue.Items(QueueKind.Deferred));
        Assert.Equal(team.One, eve.Queue.Next(null)!.Value.Unit);
        bob.Seat.Skip(team.One);
        Assert.NotEqual(team.One, bob.Queue.Next(null)?.Unit);
        Assert.Equal(team.One, eve.Queue.Next(null)!.Value.Unit);
    }

    [Fact]
    public void A_build_after_work_was_given_out_says_the_same_as_before()
    {
        using var team = new Team();
        var before = team.Given.Query("SELECT * FROM notes ORDER BY 1");
        team.As("jan").Queue.Assign([team.One], "eve");
        team.As("eve").Units.Say(new Saying { Unit = team.Unit("two"), Variable = "outcome", Values = ["arrest"], Quote = "arrest" });
        team.Given.Build();
        Assert.Equal(before, team.Given.Query("SELECT * FROM notes ORDER BY 1"));
        using var journal = Journal.OpenRead(team.Given.Folder);
        Assert.Equal("jan", journal.Entries("task").Single().Who);
    }

    [Fact]
    public void Decisions_under_an_older_definition_are_said_again_one_by_one()
    {
        using var team = new Team();
        var bob = team.As("bob");
        bob.Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = "fine" });
        var codebook = Path.Combine(team.Given.Folder.Codebooks, "notes.yaml");
        File.WriteAllText(codebook, File.ReadAllText(codebook).Replace("    type: category\n", "    type: category\n    instructions: What the last court decided.\n", StringComparison.Ordinal));
        team.Given.Build();
        var stale = Assert.Single(bob.Queue.Items(QueueKind.Stale));
        Assert.Equal((team.One, "outcome"), (stale.Unit, stale.Variable));
        Assert.True(bob.Units.Now(team.One).Variables[0].Codings[0].IsStale);
        team.Clock.Now += TimeSpan.FromMinutes(1);
        bob.Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = "fine" });
        Assert.Empty(bob.Queue.Items(QueueKind.Stale));
    }

    [Fact]
    public void A_decision_that_found_no_unit_is_listed_until_somebody_says_where_it_belongs()
    {
        using var team = new Team();
        var bob = team.As("bob");
        bob.Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = "fine, and" });
        var codebook = Path.Combine(team.Given.Folder.Codebooks, "notes.yaml");
        File.WriteAllText(codebook, File.ReadAllText(codebook).Replace("of: document\n", "of: document\ndocuments: {files: \"t*.txt\"}\n", StringComparison.Ordinal));
        team.Given.Build();
        var lost = Assert.Single(bob.Queue.Lost());
        Assert.Equal(("bob", "outcome", "fine"), (lost.Coder, lost.Variable, lost.Said));
        team.As("jan").Queue.Attach(lost.Entry, team.Unit("three"));
        Assert.Empty(bob.Queue.Lost());
    }

    [Fact]
    public void Pairs_that_may_be_the_same_are_judged_once()
    {
        using var team = new Team();
        team.Given.Give("four.txt", "The court gave a fine, and no arrest. It rained. The court gave a fine, and no arrest. It rained all day long in the city.\n");
        team.Given.Give("five.txt", "The court gave a fine, and no arrest. It rained. The court gave a fine, and no arrest. It rained all day long in the town.\n");
        team.Given.Build();
        var bob = team.As("bob");
        var pairs = bob.Queue.Duplicates(20, CancellationToken.None).Pairs;
        foreach (var pair in pairs)
        {
            bob.Queue.Judge(pair.A.Value, pair.B.Value, Sameness.Different, null);
        }

        Assert.Empty(bob.Queue.Duplicates(20, CancellationToken.None).Pairs);
    }

    private static string Order(OpenCase open, string seed)
    {
        open.Seat.Seed = seed;
        return string.Join(' ', open.Queue.Items(QueueKind.Random).Select(i => i.Unit));
    }
}
