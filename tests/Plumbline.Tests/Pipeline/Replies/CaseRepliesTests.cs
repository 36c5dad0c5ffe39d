using System.Text;
using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Replies;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Replies;

public sealed class CaseRepliesTests
{
    private static readonly string Book = CaseTemplates.Find("rulings-ru").Files.Single(f => f.Path == "codebooks/replies.yaml").Text;

    private static readonly ReplyRow First = new() { Whom = "City of Verkhovo", Asked = new DateOnly(2026, 11, 10), About = "cameras", How = "email", Deadline = new DateOnly(2026, 11, 20), EnteredBy = "anna" };

    [Fact]
    public void Did_not_respond_holds_until_an_answer_comes_in()
    {
        using var given = New(out var replies);
        var unit = replies.Ask(First).Unit;
        replies.Ask(First with { Whom = "The police" });
        given.Build();
        Assert.Equal((2L, 2L, 0L), Silent(given));
        replies.Answer(unit, new DateOnly(2026, 11, 24), "No comment", null, null, "boris");
        given.Build();
        Assert.Equal((1L, 1L, 0L), Silent(given));
        var reply = Read(given).Single(r => r.Unit == unit);
        Assert.Equal(("yes", true, "4 days late"), (reply.Answered, reply.IsSettled, reply.Time(new DateOnly(2026, 12, 1))));
        Assert.Equal("No comment", Assert.Single(reply.Answers).Quote);
        given.Build(clean: true);
        Assert.Equal((1L, 1L, 0L), Silent(given));
    }

    [Fact]
    public void The_unit_is_named_before_it_is_built()
    {
        using var given = New(out var replies);
        var receipt = replies.Ask(First);
        given.Build();
        Assert.Equal([receipt.Unit], given.Query("SELECT unit_id FROM replies"));
    }

    [Fact]
    public void The_same_request_entered_twice_is_one_and_by_two_people_too()
    {
        using var given = New(out var replies);
        Assert.True(replies.Ask(First).IsNew);
        Assert.False(replies.Ask(First).IsNew);
        Assert.True(replies.Ask(First with { EnteredBy = "boris" }).IsNew);
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM replies"));
    }

    [Fact]
    public void A_letter_is_archived_and_no_unit_of_any_other_codebook()
    {
        using var given = New(out var replies);
        given.Codebook("texts", "unit: texts\nof: document\nvariables:\n  fine: {type: yes/no, silence: no, rules: [{value: yes, when: штраф}]}\n");
        given.Codebook("lists", "unit: lists\nof: row\nvariables:\n  whom: {type: text, column: whom}\n");
        given.Give("a.txt", "Назначен штраф.");
        var unit = replies.Ask(First).Unit;
        given.Build();
        var letter = Path.Combine(given.Folder.Sources, "письмо.txt");
        File.WriteAllText(letter, "Штраф мы не комментируем.");
        replies.Answer(unit, new DateOnly(2026, 11, 18), null, letter, null, "anna");
        given.Build();
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM texts"));
        Assert.Equal(["0"], given.Query("SELECT count(*) FROM lists"));
        var id = DocumentId.Of(File.ReadAllBytes(letter));
        Assert.Equal([id.Hex], given.Query("SELECT letter FROM replies"));
        using var journal = Journal.OpenRead(given.Folder);
        Assert.Equal(("письмо.txt", "City of Verkhovo", "/letters"), journal.CustodyOf(id).Select(c => (c.File, c.Source!, c.Folder)).Single());
    }

    [Fact]
    public void Names_made_to_harm_stay_names()
    {
        using var given = New(out var replies);
        var nasty = "\"; DROP TABLE replies; --\t<script>\u001b[2J\u202e,;|\nсоль";
        var unit = replies.Ask(First with { Whom = nasty, About = nasty }).Unit;
        given.Build();
        replies.Answer(unit, new DateOnly(2026, 11, 18), nasty, null, null, "anna");
        given.Build();
        var reply = Assert.Single(Read(given));
        Assert.Equal((unit, ReplyRow.Plain(nasty), "yes"), (reply.Unit, reply.Whom, reply.Answered));
    }

    [Fact]
    public void What_cannot_be_is_refused_and_leaves_nothing()
    {
        using var given = New(out var replies);
        string Code(Action act) => Assert.Throws<UsageException>(act).Code;
        Assert.Equal("REV050", Code(() => replies.Ask(First with { About = " \n" })));
        Assert.Equal("REV051", Code(() => replies.Ask(First with { Deadline = new DateOnly(2026, 11, 9) })));
        Assert.Equal("REV009", Code(() => replies.Ask(First with { EnteredBy = "Anna Ivanova" })));
        var unit = replies.Ask(First).Unit;
        given.Build();
        Assert.Equal("REV051", Code(() => replies.Answer(unit, new DateOnly(2026, 11, 9), null, null, null, "anna")));
        Assert.Equal("REV053", Code(() => replies.Answer(unit, new DateOnly(2026, 11, 12), null, "no-such-letter.pdf", null, "anna")));
        Assert.Equal("BLD007", Code(() => replies.Answer("zzzzzzzz", new DateOnly(2026, 11, 12), null, null, null, "anna")));
        using var journal = Journal.OpenRead(given.Folder);
        Assert.Single(journal.Documents());
    }

    private static TestCase New(out CaseReplies replies)
    {
        var given = new TestCase();
        given.Codebook("replies", Book);
        Directory.CreateDirectory(given.Folder.Sources);
        replies = new CaseReplies(given.Folder, new JournalOptions { Who = "coder-test" });
        return given;
    }

    private static (long Low, long High, long Unread) Silent(TestCase given)
    {
        var reading = given.Read("SELECT unit_id FROM replies WHERE answered = 'no'");
        return ((long)reading.Low!.Value.Number!, (long)reading.High!.Value.Number!, reading.Unread);
    }

    private static IReadOnlyList<Reply> Read(TestCase given)
    {
        using var built = BuiltCase.Open(given.Folder);
        return CaseReplies.Read(built);
    }
}
