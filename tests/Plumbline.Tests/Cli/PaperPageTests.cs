using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Plumbline.Cli.Pages;
using Plumbline.Custody;
using Plumbline.Pipeline.Replies;
using Plumbline.Tests.Pipeline;
using Plumbline.Tests.Pipeline.Papers;

namespace Plumbline.Tests.Cli;

/// <summary>Pages hold what a case holds, and a case holds what adversaries wrote.</summary>
public sealed class PaperPageTests
{
    private const string Nasty = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\u202e\u001b[31m javascript:alert(3)";

    private static readonly string[] Tags =
    [
        "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "a", "b",
        "bdi", "code", "pre", "mark", "span", "blockquote",
    ];

    [Fact]
    public void No_text_becomes_markup_on_the_page_why()
    {
        using var given = Case(out _);
        Check(WhyPage.Write(given.Why()));
    }

    [Fact]
    public void No_text_becomes_markup_on_the_packet()
    {
        using var given = Case(out var whom);
        given.Case.Codebook("replies", Plumbline.Cli.CaseTemplates.Find("rulings-ru").Files.Single(f => f.Path == "codebooks/replies.yaml").Text);
        var replies = new CaseReplies(given.Case.Folder, new JournalOptions { Who = "coder-test" });
        var unit = replies.Ask(new ReplyRow { Whom = whom, Asked = new DateOnly(2026, 11, 10), About = Nasty, How = Nasty, EnteredBy = "anna" }).Unit;
        given.Case.Build();
        replies.Answer(unit, new DateOnly(2026, 11, 12), Nasty, null, null, "anna");
        given.Case.Build();
        var page = PacketPage.Write(given.Packet(whom, Nasty));
        Check(page);
        Assert.Contains(Parsed(page).QuerySelectorAll("blockquote"), q => q.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    private static PaperCase Case(out string whom)
    {
        whom = "Verkhovo <b>";
        var label = Nasty.Replace("\u001b", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        var given = new PaperCase(
            $"Verkhovo has [at least 1 fine](claim:fined) &lt;script&gt;alert(4)&lt;/script&gt; \u202e.\n",
            DecidedCase.Rulings.Replace("type: category", $"type: category\n    label: '{label}'\n    instructions: '{label}'", StringComparison.Ordinal));
        given.Claims("fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine' -- </pre><script>alert(5)</script>\n  note: '" + label + "'\n");
        given.Give(OperatingSystem.IsWindows() ? "a.txt" : "<img src=x onerror=alert(6)>.txt", DecidedCase.Ruling(1, "штрафа <script>alert(7)</script>"), Nasty, Nasty, Nasty);
        given.Case.Build();
        given.Case.Decide(given.Case.Query("SELECT unit_id FROM rulings")[0], "outcome", "fine", note: Nasty);
        given.Case.Build();
        return given;
    }

    private static void Check(string page)
    {
        var parsed = Parsed(page);
        Assert.Empty(parsed.All.Select(e => e.LocalName).Distinct().Except(Tags));
        Assert.Empty(parsed.All.SelectMany(e => e.Attributes).Select(a => a.Name).Distinct().Except(["class", "id", "href", "lang", "charset", "http-equiv", "content", "name"]));
        Assert.All(parsed.QuerySelectorAll("[href]"), a => Assert.NotNull(parsed.GetElementById(a.GetAttribute("href")!.TrimStart('#'))));
        Assert.All(parsed.QuerySelectorAll("[href]"), a => Assert.StartsWith("#", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain(page, c => c is '\u202e' or '\u001b');
        var style = Assert.Single(parsed.QuerySelectorAll("style")).TextContent;
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", parsed.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", parsed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(parsed.QuerySelectorAll("[id]").Length, parsed.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(string page) => new HtmlParser().ParseDocument(page);
}
