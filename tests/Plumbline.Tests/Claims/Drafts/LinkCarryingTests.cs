using System.Text;
using CsCheck;
using Plumbline.Claims.Drafts;

namespace Plumbline.Tests.Claims.Drafts;

public sealed class LinkCarryingTests
{
    private const string Was = """
        # [7 rulings](claim:head) of a summer

        Courts in the city fined [at least 90](claim:fined) people for taking part in walks.
        Arrests lasted from [10 minutes](claim:shortest) to [18 hours](claim:longest) in that year.

        The youngest of those held was released after [29](claim:first) days without any explanation.
        [Courts fined](claim:exists) a judge.

        Nobody else counted [12 of them](claim:gone) before the winter came to town.
        """;

    private const string Now = """
        # 7 rulings of a hot summer

        That summer courts in the city fined at least 94 people for taking part in walks.
        Arrests lasted from 10 minutes to 18 hours in that year.

        The youngest of those held was released after [29](claim:first) days without explanation.
        Courts fined a judge.
        """;

    [Fact]
    public void Links_are_carried_by_figure_and_words_and_what_changed_is_said()
    {
        var links = LinkCarrying.Between(Read(Was), Read(Now));
        Assert.Equal(
            ["head carried 7 rulings", "fined carried at least 94 changed", "shortest carried 10", "longest carried 18", "first kept 29", "exists carried Courts fined", "gone lost"],
            links.Select(l => $"{l.Was.Id} {l.Word} {l.Now?.Text}{(l.IsChanged ? " changed" : "")}".TrimEnd()));
    }

    [Fact]
    public void A_figure_that_stands_twice_among_the_same_words_is_doubtful()
    {
        var links = LinkCarrying.Between(Read("They held [5](claim:held) people."), Read("They held 5 people.\n\nThey held 5 people."));
        Assert.Equal(CarryState.Doubtful, Assert.Single(links).State);
    }

    [Fact]
    public void The_same_figure_among_other_words_is_not_taken_for_certain()
    {
        var links = LinkCarrying.Between(Read("In spring police held [5](claim:held) people near the square."), Read("The cook bought 5 people eaters."));
        Assert.NotEqual(CarryState.Carried, Assert.Single(links).State);
    }

    [Fact]
    public void A_draft_that_did_not_change_keeps_all() =>
        Assert.All(LinkCarrying.Between(Read(Was), Read(Was)), l => Assert.Equal((CarryState.Kept, false, l.Was.Text), (l.State, l.IsChanged, l.Now!.Text)));

    [Fact]
    public void A_copy_has_the_links_back_and_is_else_the_same()
    {
        var now = Read(Now);
        var links = LinkCarrying.Between(Read(Was), now);
        var (copy, written) = LinkWriting.Write(now, Encoding.UTF8.GetBytes(Now), links);
        var text = Encoding.UTF8.GetString(copy);
        Assert.Contains("[at least 94](claim:fined) people for taking", text, StringComparison.Ordinal);
        Assert.Equal(5, written.Count);
        Assert.Equal(Read(Now).Passages.Select(p => p.Text), Read(text).Passages.Select(p => p.Text));
        Assert.Equal(6, Read(text).Links.Count);
    }

    [Fact]
    public void A_page_gets_its_links_back()
    {
        const string Page = "<h1>7 rulings of a summer</h1><p>Courts in the city fined <b>at least</b> 90&nbsp;people. Just 12&nbsp;people were held &amp; let go.</p>";
        var now = DraftReader.Read("a.html", Encoding.UTF8.GetBytes(Page));
        var links = LinkCarrying.Between(Read("# [7 rulings](claim:head) of a summer\n\nCourts in the city fined [at least 90 people](claim:fined). Just [12 people](claim:held) were held & let go."), now);
        var (copy, written) = LinkWriting.Write(now, Encoding.UTF8.GetBytes(Page), links);
        Assert.Equal("<h1><a href=\"claim:head\">7 rulings</a> of a summer</h1><p>Courts in the city fined <b>at least</b> 90&nbsp;people. Just <a href=\"claim:held\">12&nbsp;people</a> were held &amp; let go.</p>", Encoding.UTF8.GetString(copy));
        Assert.Equal(["head", "held"], written.Select(w => w.Was.Id));
    }

    [Fact]
    public void Links_that_are_stripped_all_come_back_when_the_words_around_them_differ()
    {
        string[] things = ["walks", "courts", "trucks", "officers", "letters", "windows", "bridges", "schools", "nurses", "poets"];
        Gen.Int[2, 900].Array[things.Length].Sample(numbers =>
        {
            var was = string.Join("\n\n", things.Select((t, i) => $"In the {t} report someone counted [{numbers[i]}](claim:c{i}) {t} along the {t} road."));
            var now = System.Text.RegularExpressions.Regex.Replace(was, @"\[(\d+)\]\(claim:c\d\)", "$1");
            var later = Read(now);
            var links = LinkCarrying.Between(Read(was), later);
            return links.All(l => l.State == CarryState.Carried && !l.IsChanged)
                && Read(Encoding.UTF8.GetString(LinkWriting.Write(later, Encoding.UTF8.GetBytes(now), links).Copy)).Links.Select(l => l.Id).SequenceEqual(Read(was).Links.Select(l => l.Id));
        }, iter: 20);
    }

    private static Draft Read(string text) => MarkdownDraft.Read(new DraftFile("draft.md", text));
}
