using System.Text;
using CsCheck;
using Plumbline.Evidence;
using Plumbline.Pipeline.Replies;
using Plumbline.Tests.Ingest;

namespace Plumbline.Tests.Pipeline.Replies;

public sealed class ReplyRowTests
{
    private static readonly ReplyRow Row = new() { Whom = "City of Verkhovo", Asked = new DateOnly(2026, 11, 10), About = "cameras", EnteredBy = "quiet-heron-17" };

    [Fact]
    public void The_bytes_of_a_row_never_change() => Assert.Equal(
        """""
        whom,asked,about,how,deadline,answered,answered_on,quote,letter,entered_by
        "City of Verkhovo","2026-11-10","cameras","e-mail ""urgent""","2026-11-20","","","","","quiet-heron-17"

        """"".ReplaceLineEndings("\n"),
        Encoding.UTF8.GetString((Row with { How = "e-mail \"urgent\"", Deadline = new DateOnly(2026, 11, 20) }).Write()));

    [Fact]
    public void An_answer_repeats_what_tells_requests_apart_and_says_yes() => Assert.Equal(
        $"\"City of Verkhovo\",\"2026-11-10\",\"cameras\",\"\",\"\",\"yes\",\"2026-11-18\",\"No; comment\",\"{new string('a', 64)}\",\"lynx\"",
        Encoding.UTF8.GetString((Row with { AnsweredOn = new DateOnly(2026, 11, 18), Quote = "No;\ncomment", EnteredBy = "lynx", Letter = DocumentId.FromHash(Convert.FromHexString(new string('a', 64))) }).Write()).Split('\n')[1]);

    [Fact]
    public void Whatever_is_said_is_read_back_as_it_was_said() => Gen.Select(Text, Text, Text).Sample((whom, about, quote) =>
    {
        var table = Given.Csv(Encoding.UTF8.GetString((Row with { Whom = whom, About = about, Quote = quote }).Write()));
        var row = Assert.Single(table.Rows);
        Assert.Equal(10, table.Columns.Count);
        Assert.Equal([ReplyRow.Plain(whom), ReplyRow.Plain(about), ReplyRow.Plain(quote)], [row.Values[0] ?? "", row.Values[2] ?? "", row.Values[7] ?? ""]);
    });

    [Theory]
    [InlineData("no", null, "2026-11-15", "5 days left")]
    [InlineData("no", null, "2026-11-19", "1 day left")]
    [InlineData("no", null, "2026-11-20", "due today")]
    [InlineData("no", null, "2026-11-21", "1 day over")]
    [InlineData("disputed", null, "2026-11-25", "5 days over")]
    [InlineData("yes", "2026-11-20", "2026-12-25", "in time")]
    [InlineData("yes", "2026-11-22", "2026-12-25", "2 days late")]
    public void Time_is_told_against_the_deadline(string answered, string? on, string today, string expected)
    {
        var reply = new Reply
        {
            Unit = "u", Whom = "w", Asked = "2026-11-10", How = "email", About = "a", Deadline = new DateOnly(2026, 11, 20), Answered = answered, IsSettled = true,
            Answers = on is null ? [] : [new ReplyAnswer(CaseReplies.Day(on), null, null, "d")], Documents = [],
        };
        Assert.Equal(expected, reply.Time(CaseReplies.Day(today)!.Value));
    }

    /// <summary>Letters of several alphabets, and every sign that means something in CSV or on a terminal.</summary>
    private static Gen<string> Text => Gen.Char[" aбё\",;\t\n\r'=+@\u001b\u202e|\\<>&"].Array[0, 30].Select(c => new string(c));
}
