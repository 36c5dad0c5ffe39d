using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Tests.Pipeline.Papers;

public sealed class PacketPaperTests
{
    private const string Draft = """
        # Мэрия Верховска

        Мэрия Верховска молчит. В мэрии Верховска назначили [по меньшей мере 1 штраф](claim:fined), и там 45 камер. В Нижнем тихо.

        The others paid [100 fines](claim:fined).
        """;

    [Fact]
    public void Every_sentence_that_names_the_party_is_there_with_its_figures_or_none()
    {
        using var given = New();
        var paper = given.Packet("мэрия Верховска");
        var sentences = paper.Sentences;
        Assert.Equal(["Мэрия Верховска", "Мэрия Верховска молчит.", "В мэрии Верховска назначили по меньшей мере 1 штраф, и там 45 камер."], sentences.Select(s => s.Text));
        Assert.Equal([0, 0, 1], sentences.Select(s => s.Figures.Count));
        Assert.Equal(("45 камер", Verdict.Open, 3), (Assert.Single(sentences[2].Unbacked).Figure.Text, sentences[2].Figures[0].Verdict, sentences[2].Line));
        Assert.Equal(("Мэрия Верховска молчит.", "В Нижнем тихо."), (sentences[2].Before, sentences[2].After));
        Assert.Equal("fined", Assert.Single(paper.Claims).Claim.Id);
        Assert.Equal(1, paper.SourcesOf["fined"].Count);
        Assert.Empty(given.Packet("Нижний").Claims);
    }

    [Fact]
    public void What_the_party_was_asked_is_there_and_what_others_were_asked_is_not()
    {
        using var given = New();
        var replies = new CaseReplies(given.Case.Folder, new JournalOptions { Who = "coder-test" });
        var row = new ReplyRow { Whom = "Мэрия Верховска", Asked = new DateOnly(2026, 11, 10), About = "камеры", How = "письмо", Deadline = new DateOnly(2026, 11, 20), EnteredBy = "anna" };
        var unit = replies.Ask(row).Unit;
        replies.Ask(row with { Whom = "Полиция" });
        given.Case.Build();
        var letter = Path.Combine(given.Case.Folder.Sources, "letter.txt");
        File.WriteAllText(letter, "Камер нет.");
        replies.Answer(unit, new DateOnly(2026, 11, 12), "Камер нет.", letter, null, "anna");
        given.Case.Build();
        var paper = given.Packet("Мэрии Верховска");
        Assert.Equal([unit], paper.Replies.Select(r => r.Unit));
        Assert.Contains(paper.Documents, d => d.Id == DocumentId.Of(File.ReadAllBytes(letter)));
    }

    [Fact]
    public void Without_a_draft_there_is_no_packet()
    {
        using var given = New();
        File.Delete(Path.Combine(given.Case.Folder.Drafts, "draft.md"));
        Assert.Equal("CHK072", Assert.Throws<UsageException>(() => given.Packet("Мэрия")).Code);
    }

    private static PaperCase New()
    {
        var given = new PaperCase(Draft);
        given.Case.Codebook("replies", Plumbline.Cli.CaseTemplates.Find("rulings-ru").Files.Single(f => f.Path == "codebooks/replies.yaml").Text);
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"), "court");
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"), "court");
        given.Case.Build();
        return given;
    }
}
