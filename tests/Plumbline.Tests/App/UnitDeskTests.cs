using Plumbline.App.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>What a page shows of decisions that the build does not know, and what it lets be said.</summary>
public sealed class UnitDeskTests : IDisposable
{
    private readonly TestCase given = new();
    private readonly OpenCase open;

    public UnitDeskTests()
    {
        given.Codebook("notes", """
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
              video:
                type: yes/no
                silence: no
                rules:
                  - value: yes
                    when: video
            """);
        given.Give("one.txt", "The court gave a fine. There was a fine before.\n");
        given.Give("two.txt", "The court gave an arrest, by video.\n");
        given.Build();
        open = new OpenCase(given.Folder, HostileInputTests.Options(given));
    }

    private string One => given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();

    [Fact]
    public void Decisions_newer_than_the_build_stand_as_the_next_build_has_them()
    {
        open.Units.Say(new Saying { Unit = One, Variable = "outcome", Values = ["fine"] });
        var text = open.Units.Text(One);
        open.Units.WasShown(One, text.Version, 0);
        open.Units.Say(new Saying { Unit = One, Variable = "video", Values = ["no"], ReadWhole = true, Note = "nothing of it" });
        var (before, counted) = (open.Units.Now(One), open.Counts.Now()!);
        Assert.Equal(2, open.Counts.Since);
        given.Build();
        var (after, countedAfter) = (open.Units.Now(One), open.Counts.Now()!);
        Assert.Equal(0, open.Counts.Since);
        Assert.Equal(after.Variables.Select(Stands), before.Variables.Select(Stands));
        Assert.Equal(Stands(open.Built!.Show(One, "outcome").Variables[0]), Stands(before.Variables[0]));
        Assert.Equal(countedAfter.Kinds.SelectMany(k => k.Variables), counted.Kinds.SelectMany(k => k.Variables));
        Assert.Equal([1L, 1L], counted.Kinds[0].Variables.Select(v => v.Settled));
    }

    [Fact]
    public void What_was_taken_back_stands_no_more()
    {
        open.Units.Say(new Saying { Unit = One, Variable = "outcome", Values = ["fine"] });
        Assert.True(open.Units.Now(One).Variables[0].IsSettled);
        Assert.Equal(1, open.Counts.Now()!.Kinds[0].Variables[0].Settled);
        open.Units.TakeBack(One, "outcome");
        Assert.False(open.Units.Now(One).Variables[0].IsSettled);
        Assert.Equal(0, open.Counts.Now()!.Kinds[0].Variables[0].Settled);
    }

    [Fact]
    public void Silence_is_settled_only_where_all_of_the_document_was_shown()
    {
        var silence = new Saying { Unit = One, Variable = "video", Values = ["no"], ReadWhole = true };
        Assert.Equal("APP001", Assert.Throws<UsageException>(() => open.Units.Say(silence)).Code);
        Assert.Equal("REV007", Assert.Throws<UsageException>(() => open.Units.Say(silence with { ReadWhole = false })).Code);
        open.Units.WasShown(One, open.Units.Text(One).Version, 0);
        Assert.Equal("no", Assert.Single(open.Units.Say(silence).Decision.Values));
    }

    [Fact]
    public void Evidence_goes_to_the_words_that_were_chosen_and_not_to_the_first_like_them()
    {
        var text = open.Units.Text(One).Members[0].Text;
        var second = text.LastIndexOf("fine", StringComparison.Ordinal);
        var receipt = open.Units.Say(new Saying { Unit = One, Variable = "outcome", Values = ["fine"], Quote = "fine", At = second });
        Assert.Equal(second, ((TextSelector)receipt.Decision.Evidence[0].Selector!).Span.Start);
        Assert.Equal(second, open.Units.Now(One).Variables[0].Codings[0].Start);
    }

    [Fact]
    public void The_next_unit_is_another_one() => Assert.NotEqual(One, open.Units.Next(One)!.Value.Unit);

    [Fact]
    public async Task Work_in_the_background_takes_in_updates_and_can_be_stopped()
    {
        var folder = DroppedFiles.NewFolder(given.Folder.Sources, new DateOnly(2026, 11, 26));
        File.WriteAllText(Path.Combine(folder, "three.txt"), "A fine.\n");
        Assert.True(open.TakeIn([folder], "court"));
        Assert.False(open.TakeIn([folder], null));
        await open.Work.Job.WhenDone();
        Assert.Equal(1, open.Work.Last!.Taken!.NewDocuments);
        Assert.Equal(3, open.Built!.Units["notes"]);
        Assert.False(open.IsStale());
        File.WriteAllText(Path.Combine(folder, "four.txt"), "An arrest.\n");
        open.TakeIn([folder], null);
        open.Work.Job.Stop();
        await open.Work.Job.WhenDone();
        Assert.True(open.Work.Last!.WasStopped || open.Built!.Units["notes"] == 4);
    }

    [Fact]
    public async Task A_search_counts_and_parts_what_it_found()
    {
        var all = await Found("court");
        Assert.Equal(2, all.Report!.Texts);
        Assert.Equal([("arrest", 1L), ("fine", 1L)], all.Facets.First(f => f.Name == "outcome").Values.Select(v => (v.Key, v.Count)).Order());
        var narrow = await Found("court", ("outcome", "arrest"));
        Assert.Equal("two.txt", Assert.Single(narrow.Report!.First).File);
        Assert.NotEmpty((await Found("\"court")).Problems);

        // Values that the machine found would tell a blind coder what to find.
        open.Seat.Blind = true;
        var blind = await Found("court", ("outcome", "arrest"));
        Assert.Equal((2, 0), (blind.Report!.Texts, blind.Facets.Count));
    }

    [Fact]
    public async Task Texts_of_several_kinds_are_found_with_their_units_and_parted_as_the_most_of_them_are()
    {
        // Two kinds of text: the first in the list of codebooks is the one with fewer.
        given.Codebook("answers", """
            unit: answers
            of: document
            documents: { files: ["answer*"] }
            variables:
              refuses: { type: yes/no, rules: [{ value: yes, when: no }] }
            """);
        File.WriteAllText(Path.Combine(given.Folder.Codebooks, "notes.yaml"), File.ReadAllText(Path.Combine(given.Folder.Codebooks, "notes.yaml")).Replace("of: document\n", "of: document\ndocuments: { files: [\"o*\", \"tw*\"] }\n", StringComparison.Ordinal));
        given.Give("answer.txt", "The court says no.\n");
        given.Build();
        var found = await Found("court");
        Assert.Equal(["answer.txt", "one.txt", "two.txt"], found.Report!.First.Select(t => t.File).Order());
        var kinds = given.Query("SELECT unit_id FROM answers UNION ALL SELECT unit_id FROM notes").Order();
        Assert.Equal(kinds, found.Report.First.Select(t => t.Unit).Order());
        Assert.Equal(["outcome", "video"], found.Facets.Select(f => f.Name));
    }

    private async Task<SearchResult> Found(string query, params (string Variable, string Value)[] only) =>
        (await open.Search.Find(query, only.ToDictionary(o => o.Variable, o => o.Value), 20))!;

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }

    private static (string, string?, string, bool, int) Stands(ShownVariable v) => (v.Name, v.Value, v.Status, v.IsSettled, v.Codings.Count);
}
