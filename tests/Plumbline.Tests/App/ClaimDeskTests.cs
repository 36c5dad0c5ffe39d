using Plumbline.App.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Writing;
using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Claims that are put together from filters, drafts that are dropped, and what is signed, without a browser.</summary>
public sealed class ClaimDeskTests : IDisposable
{
    private readonly TestCase given = new();
    private readonly OpenCase open;
    private readonly ClaimDesk desk;

    public ClaimDeskTests()
    {
        given.Codebook("notes", """
            unit: notes
            label: Notes
            words: [note, notes]
            of: document
            # The court's word.
            variables:
              outcome:
                type: category
                values:
                  fine: { label: Fine }
                  arrest: { label: Arrest }
                rules:
                  - value: fine
                    when: fine   # the plain word

                  - value: arrest
                    when: arrest
              video:
                type: yes/no
                silence: no
              sum:
                type: money
                currency: RUB
                rules:
                  - read: money
              day:
                type: date
                rules:
                  - read: date
            """);
        given.Give("one.txt", "On 3 March 2022 the court gave a fine of 10 000 rubles, by video link.\n");
        given.Give("two.txt", "On 5 April 2022 the court gave a fine of 500 rubles.\n");
        given.Give("three.txt", "On 1 May 2023 the court gave an arrest.\n");
        File.WriteAllText(given.Folder.ClaimsYaml, "# ours\nall:\n  sql: SELECT unit_id FROM notes   # all of them\n");
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "The court gave **two fines** and 17 warnings, [3 notes](claim:all) in all.\n");
        given.Build();
        open = new OpenCase(given.Folder, HostileInputTests.Options(given));
        desk = new ClaimDesk(open);
    }

    private UnitKind Kind => desk.Kinds[0].Kind;

    [Fact]
    public void Filters_become_the_SQL_that_a_person_would_have_written()
    {
        Assert.Equal("outcome IN ('fine', 'arrest')", Filter("outcome", FilterRelation.Is, "fine", "arrest"));
        Assert.Equal("within(day, DATE '2022-03-01', DATE '2022-03-31')", Filter("day", FilterRelation.Is, "2022-03"));
        Assert.Equal("within(day, DATE '2022-01-01', DATE '2023-12-31')", Filter("day", FilterRelation.Between, "2022", "2023"));
        Assert.Equal("sum BETWEEN 500 AND 10000.5", Filter("sum", FilterRelation.Between, "500", "10 000,5"));
        Assert.Equal("CHK087", Assert.Throws<UsageException>(() => Filter("sum", FilterRelation.From, " ")).Code);
        Assert.Equal("CHK088", Assert.Throws<UsageException>(() => Filter("day", FilterRelation.Is, "soon'")).Code);
        var text = new Variable { Name = "words", Type = VariableType.Text };
        Assert.Equal("contains(lower(words), 'o''brien')", new ClaimFilter(text, FilterRelation.Has, ["O'Brien"]).Sql);
    }

    [Fact]
    public void Every_relation_of_every_variable_is_a_claim_that_the_gate_lets_through()
    {
        string Example(Variable v) => v.Type switch { VariableType.Category => "fine", VariableType.YesNo => "yes", VariableType.Date => "2022-03", _ => "500" };
        Assert.All(Kind.Variables.SelectMany(v => ClaimFilter.Of(v).Select(r => new ClaimFilter(v, r, [Example(v), Example(v)]))), f => Assert.Empty(desk.Read(new FilteredClaim { Kind = Kind, Where = [f] }).Problems));
        Assert.All(
            Enum.GetValues<Measure>().SelectMany(m => FilteredClaim.AmountsOf(Kind, m).Select(a => new FilteredClaim { Kind = Kind, Measure = m, Amount = a })),
            c => Assert.Empty(desk.Read(c).Problems));
    }

    [Fact]
    public void A_claim_is_read_while_it_is_chosen_and_saved_without_touching_what_is_there()
    {
        var fines = new FilteredClaim { Kind = Kind, Where = [new(Kind.Find("outcome")!, FilterRelation.Is, ["fine"])], Counts = ["fine", "fines", "штраф"] };
        Assert.Equal((0m, 2m), (desk.Read(fines).Low!.Value.Number, desk.Read(fines).High!.Value.Number));
        Assert.Equal("notes-fine", fines.SuggestId(desk.Claims));
        var before = File.ReadAllText(given.Folder.ClaimsYaml);
        desk.Write(fines, "notes-fine");
        Assert.Equal("notes-fine-2", fines.SuggestId(desk.Claims));
        desk.Write(fines with { Measure = Measure.Share, Of = [], AcceptsUnread = true }, "fined-share");
        Assert.StartsWith(before, File.ReadAllText(given.Folder.ClaimsYaml), StringComparison.Ordinal);
        var claims = desk.Claims;
        Assert.Empty(claims.Problems);
        Assert.Equal(["fine", "fines"], claims.Claims["notes-fine"].Counts["en"]);
        Assert.Equal("SELECT unit_id FROM notes", claims.Claims["fined-share"].Query!.OfSql!.Trim());
        Assert.True(claims.Claims["fined-share"].AcceptsUnread);
        Assert.Equal("CHK082", Assert.Throws<UsageException>(() => desk.Write(fines, "notes-fine")).Code);
        Assert.Equal("CHK082", Assert.Throws<UsageException>(() => desk.Write(fines, "штрафы")).Code);
    }

    [Fact]
    public async Task A_claim_comes_behind_the_chosen_figure_and_the_draft_before_it_is_kept()
    {
        desk.Write(new FilteredClaim { Kind = Kind, Where = [new(Kind.Find("outcome")!, FilterRelation.Is, ["fine"])] }, "fined");
        var path = Path.Combine(given.Folder.Drafts, "draft.md");
        var before = File.ReadAllText(path);
        var figure = (await View()).Figures[0];
        var linked = desk.Link("drafts/draft.md", figure.Span, "fined");
        Assert.Null(linked.Link);
        Assert.Equal(before, File.ReadAllText(Path.Combine(given.Folder.Root, linked.Kept!)));
        Assert.Contains("(claim:fined)", File.ReadAllText(path), StringComparison.Ordinal);
        var view = await View();
        Assert.Equal(("fined", Verdict.Open), (view.Figures[0].Claim!.Id, view.Figures[0].Verdict));
        Assert.Equal(3, view.Figures.Count);
        Assert.Equal("CHK090", Assert.Throws<UsageException>(() => desk.Link("drafts/draft.md", figure.Span, "fined")).Code);
    }

    [Fact]
    public async Task A_suggestion_that_is_taken_stays_marked_as_found_by_its_value()
    {
        var report = desk.Suggest(8, CancellationToken.None);
        var figure = report.Figures.First(f => f.Figure.Text.Contains("two", StringComparison.Ordinal));
        Assert.NotEmpty(figure.Suggestions);
        desk.Take(report, figure, 1, "guessed");
        Assert.True(desk.Claims.Claims["guessed"].Found!.IsOpen);
        Assert.Equal("guessed", (await View()).Figures[0].Claim!.Id);
    }

    [Fact]
    public void A_draft_that_is_dropped_again_gets_back_the_links_it_lost()
    {
        var first = DraftDesk.TakeIn(open, "..\\..\\evil/new.md", "We read [3 notes](claim:all) of the court in all that time.\n"u8.ToArray());
        Assert.Equal(new DroppedDraft("new.md", false, 1, 0, 0), first);
        var second = DraftDesk.TakeIn(open, "new.md", "We read 3 notes of the court in all that time. Good.\n"u8.ToArray());
        Assert.Equal(new DroppedDraft("new.md", true, 0, 1, 0), second);
        Assert.Contains("claim:all", File.ReadAllText(Path.Combine(given.Folder.Drafts, "new.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(given.Folder.Drafts, "earlier", "new-1.md")));
        Assert.Equal("APP010", Assert.Throws<UsageException>(() => DraftDesk.TakeIn(open, "x.exe", [1])).Code);
        Assert.Throws<UsageException>(() => DraftDesk.TakeIn(open, "x.docx", "%PDF-1.7"u8.ToArray()));
    }

    [Fact]
    public void What_is_signed_is_listed_and_what_moved_since_is_told_with_its_reason()
    {
        Assert.Throws<UsageException>(() => SignDesk.Sign(open, ["drafts/draft.md"], "print", false));
        SignDesk.Sign(open, ["drafts/draft.md"], "print", true);
        var signature = Assert.Single(SignDesk.Of(open));
        Assert.Equal(("print", open.Who), (signature.Name, signature.Coder));
        Assert.Empty(SignDesk.Since(open, signature, false, null, CancellationToken.None).Moved);
        given.Give("four.txt", "On 2 May 2023 the court gave an arrest.\n");
        given.Build();
        var moved = Assert.Single(SignDesk.Since(open, signature, false, null, CancellationToken.None).Moved);
        Assert.Equal("all", moved.Move.Claim);
        Assert.NotEmpty(moved.Causes);
        Assert.Single(SignDesk.Corrections(open, signature, null, CancellationToken.None).Needed);
    }

    [Theory]
    [InlineData("video", false)]
    [InlineData("outcome", true)]
    [InlineData("outcome", false)]
    public void A_rule_from_a_search_says_what_it_would_change_before_it_is_saved(string variable, bool isFirst)
    {
        var path = Path.Combine(given.Folder.Codebooks, "notes.yaml");
        var before = File.ReadAllText(path);
        var rule = new NewRule(variable, variable == "video" ? "yes" : "arrest", "\"video link\" OR it's", null, isFirst);
        var foreseen = RuleDesk.Foresee(open, "notes", rule, null, CancellationToken.None);
        Assert.Equal(before, File.ReadAllText(path));
        var moves = foreseen.Diff.Variables.Where(v => v.Name == variable).SelectMany(v => v.Moves).ToList();
        // With its first rule a variable begins to know what silence means: so all three change there.
        Assert.Equal(variable == "video" ? 3 : isFirst ? 1 : 0, moves.Sum(m => m.Units));
        RuleDesk.Save(open, foreseen.Proposal);
        var after = File.ReadAllText(path).Split('\n');
        Assert.Empty(before.Split('\n').Except(after));
        Assert.True(open.IsStale());
        given.Build();
        Assert.Equal(variable == "video" ? "yes" : isFirst ? "arrest" : "fine", given.Query($"SELECT {variable} FROM notes WHERE file = 'one.txt'").Single());
        Assert.Equal("BLD078", Assert.Throws<UsageException>(() => RuleDesk.Save(open, foreseen.Proposal)).Code);
    }

    [Fact]
    public void A_query_with_a_fault_makes_no_rule() =>
        Assert.Equal("COD130", Assert.Throws<UsageException>(() => CaseRules.Propose(given.Folder, "notes", new NewRule("video", "yes", "\"open", null, false))).Code);

    [Fact]
    public void Charts_count_every_unit_once_and_leave_no_month_out()
    {
        var charts = CaseCharts.Of(open.Built!);
        var time = Assert.Single(charts, c => c.InMonths == true);
        Assert.Equal(15, time.Bars.Count);
        Assert.Equal(3, time.Bars.Sum(b => b.All));
        Assert.Equal([("fine", 2L), ("arrest", 1L)], charts.First(c => c.Variable.Name == "outcome").Bars.Select(b => (b.Key, b.All)));
    }

    public void Dispose()
    {
        desk.Dispose();
        open.Dispose();
        given.Dispose();
    }

    private string Filter(string variable, FilterRelation relation, params string[] values) => new ClaimFilter(Kind.Find(variable)!, relation, values).Sql;

    private async Task<DraftView> View()
    {
        open.Figures.Refresh();
        await open.Figures.WhenDone();
        return DraftView.Of(open.Figures.State!.Drafts[0], open.Figures.State.Check!);
    }
}
