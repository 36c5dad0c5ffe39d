using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Tests.LocalApp;

/// <summary>Coding without having seen: what is hidden, what is written down of it, and two people at one unit.</summary>
public sealed class BlindTests
{
    private const string Words = "a fine, and no arrest";

    [Fact]
    public void Who_must_code_blind_sees_neither_the_machine_nor_others_on_page_or_document()
    {
        using var team = new Team("two-blind");
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        Say(bob, team.One, "fine");
        eve.Seat.Blind = false; // It is not theirs to choose.
        var view = eve.Units.View(team.One);
        Assert.All(view.Unit.Variables, v => Assert.Equal((null, "not-coded", false, 0), (v.Value, v.Status, v.IsSettled, v.Codings.Count)));
        var page = DocumentPage.Write(view, 0, "", Language.English);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
        Assert.Contains("<mark", DocumentPage.Write(team.As("ada").Units.ViewAll(team.One), 0, "", Language.English), StringComparison.Ordinal);
        Assert.Equal("fine", Assert.Single(bob.Units.View(team.One).Unit.Variables[0].Codings).Value);
    }

    [Fact]
    public void Two_who_saw_nothing_settle_it_and_see_it_then()
    {
        using var team = new Team("two-blind");
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        bob.Units.View(team.One);
        eve.Units.View(team.One);
        Assert.Equal(ShownBefore.Nothing, Say(bob, team.One, "fine").Shown);
        Assert.False(bob.Units.Now(team.One).Variables[0].IsSettled);
        var second = Say(eve, team.One, "fine");
        Assert.Equal((ShownBefore.Nothing, 0, (object?)null), (second.Shown, second.ShownEntries.Count, (object?)second.ShownMachine));
        Assert.True(bob.Units.Now(team.One).Variables[0].IsSettled);
        Assert.True(bob.Units.View(team.One).Unit.Variables[0].Codings.Count > 1);
        Assert.Empty(eve.Units.View(team.One).Unit.Variables[1].Codings);
        team.Given.Build();
        Assert.True(bob.Units.Now(team.One).Variables[0].IsSettled);
    }

    [Fact]
    public void The_words_of_the_machine_are_not_taken_for_who_codes_blind()
    {
        using var team = new Team("two-blind");
        var fault = Assert.Throws<UsageException>(() => team.As("bob").Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"] }));
        Assert.Equal(fault.Code, Assert.Throws<UsageException>(() => team.As("bob").Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["arrest"] })).Code);
    }

    [Fact]
    public void What_somebody_once_saw_is_written_on_what_they_decide_blind_later_also_after_a_restart()
    {
        using var team = new Team();
        var bob = team.As("bob");
        bob.Units.View(team.One);
        using (var again = new OpenCase(team.Given.Folder, team.Options))
        {
            var seat = new Seat("b", "b") { };
            seat.Sit(team.Given.Folder.Root, "bob");
            seat.Blind = true;
            var later = seat.Of(again);
            Assert.Empty(later.Units.View(team.One).Unit.Variables[0].Codings);
            Assert.Equal(ShownBefore.Machine, Say(later, team.One, "fine").Shown);
        }

        var eve = team.As("eve");
        eve.Units.View(team.One);
        var said = Say(eve, team.One, "arrest");
        Assert.Equal((ShownBefore.Other, 1), (said.Shown, said.ShownEntries.Count));
        var jan = team.As("jan");
        Assert.Equal(ShownBefore.Nothing, Say(jan, team.Unit("two"), "arrest", "gave an arrest").Shown);
    }

    [Fact]
    public void A_coding_that_came_after_the_page_was_not_shown_and_is_not_said_to_be()
    {
        using var team = new Team();
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        eve.Units.View(team.One);
        Say(bob, team.One, "fine");
        var said = Say(eve, team.One, "fine");
        Assert.Equal((ShownBefore.Machine, 0), (said.Shown, said.ShownEntries.Count));
    }

    [Fact]
    public void Who_decides_on_what_another_decided_meanwhile_is_told_first_and_nothing_is_lost()
    {
        using var team = new Team();
        var (bob, eve) = (team.As("bob"), team.As("eve"));
        bob.Units.View(team.One);
        eve.Units.View(team.One);
        Say(bob, team.One, "fine");
        var saying = new Saying { Unit = team.One, Variable = "outcome", Values = ["arrest"], Quote = "arrest", Known = [] };
        var told = Assert.Throws<UsageException>(() => eve.Units.Say(saying));
        Assert.Equal("APP029", told.Code);
        Assert.Contains("bob", told.Message, StringComparison.Ordinal);
        var known = UnitDesk.Others("eve", eve.Units.View(team.One).Unit.Variables[0]).Select(c => c.Entry!).ToList();
        eve.Units.Say(saying with { Known = known });
        Assert.Equal(["bob", "eve"], team.Shared.Decisions.Log.Live.Select(d => d.Decision.Coder).Order());
        Assert.Equal("disputed", team.Shared.Units.Now(team.One).Variables[0].Status);
    }

    [Fact]
    public void Who_codes_blind_is_not_told_that_another_decided()
    {
        using var team = new Team("two-blind");
        Say(team.As("bob"), team.One, "fine");
        team.As("eve").Units.Say(new Saying { Unit = team.One, Variable = "outcome", Values = ["fine"], Quote = Words, Known = [] });
        Assert.Equal(2, team.Shared.Decisions.Log.Live.Count);
    }

    [Fact]
    public async Task Of_many_people_who_decide_at_once_every_decision_is_in_the_journal()
    {
        using var team = new Team();
        var people = new[] { "ada", "bob", "eve", "jan" }.Select(team.As).ToList();
        var units = new[] { "one", "two", "three" }.Select(team.Unit).ToList();
        await Task.WhenAll(people.Select(p => Task.Run(() => units.ForEach(u => p.Units.Say(new Saying { Unit = u, Variable = "weather", Values = [$"said by {p.Who}"], Quote = "court" })))));
        var live = team.Shared.Decisions.Log.Live;
        Assert.Equal(12, live.Count);
        Assert.All(units, u => Assert.Equal(["ada", "bob", "eve", "jan"], live.Where(d => d.Of.Member.Id.Value == u).Select(d => d.Decision.Coder).Order()));
        Assert.All(live, d => Assert.Equal($"said by {d.Decision.Coder}", d.Decision.Values[0]));
    }

    [Fact]
    public void Where_people_disagree_a_third_says_what_stands_with_the_words_of_one_or_with_others()
    {
        using var team = new Team();
        var (bob, eve, jan) = (team.As("bob"), team.As("eve"), team.As("jan"));
        Say(bob, team.One, "fine");
        Say(eve, team.One, "arrest");
        Assert.Empty(bob.Adjudication.List(10));
        var one = Assert.Single(jan.Adjudication.List(10));
        Assert.Equal((team.One, "outcome"), (one.Unit, one.Variable));
        Assert.Equal(["bob", "eve"], one.Coders.Order());
        var sides = AdjudicationDesk.Sides(jan.Units.ViewAll(team.One).Unit.Variables[0]);
        Assert.Equal([("arrest", "eve"), ("fine", "bob")], sides.Where(s => s.Coder is not null).Select(s => (s.Values[0], s.Coder!)).Order());
        Assert.Contains(sides, s => s.Coder is null);
        var receipt = jan.Adjudication.Accept(team.One, "outcome", sides.First(s => s.Coder == "eve"), false, "the appeal");
        Assert.Equal((DecisionAct.Adjudication, "jan", ShownBefore.Other, 2), (receipt.Decision.Act, receipt.Decision.Coder, receipt.Decision.Shown, receipt.Decision.ShownEntries.Count));
        Assert.Equal(Words, ((TextSelector)receipt.Decision.Evidence[0].Selector!).Exact);
        var now = jan.Units.Now(team.One).Variables[0];
        Assert.Equal(("arrest", true), (now.Value, now.IsSettled));
        Assert.Empty(jan.Adjudication.List(10));
    }

    private static Decision Say(OpenCase open, string unit, string value, string words = Words) =>
        open.Units.Say(new Saying { Unit = unit, Variable = "outcome", Values = [value], Quote = words }).Decision;
}
