using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Pipeline.Papers;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli.Pages;

/// <summary>The packet on a named party, for the lawyer who reads before publication.</summary>
internal static class PacketPage
{
    public static string Write(PacketPaper paper)
    {
        var page = new PaperPage(paper.Head);
        var sections = new DossierSection(page, paper.Times);
        var whole = paper.Sentences.Where(s => !s.IsPart).ToList();
        var part = paper.Sentences.Where(s => s.IsPart).ToList();
        Summary(page, paper, whole.Count, part.Count);
        page.Section("sentences", "What the draft says of them");
        Sentences(page, whole, paper);
        if (part.Count > 0)
        {
            page.Section("perhaps", "Perhaps about them");
            page.Body.Element("p", "Only a part of the name stands in these sentences. It may be somebody else.", "soft");
            Sentences(page, part, paper);
        }

        Asked(page, paper);
        foreach (var (dossier, i) in paper.Claims.Select((d, i) => (d, i)))
        {
            page.Section(DossierSection.Anchor(dossier.Claim.Id), $"Evidence of “{dossier.Claim.Id}”", newPage: i == 0);
            sections.Made(dossier, paper.SourcesOf[dossier.Claim.Id]);
            if (dossier.Claim.ExpressionText is null)
            {
                page.Body.Element("h3", dossier.Claim.Quote is not null ? "The quoted words" : "What was counted");
                sections.Evidence(dossier);
            }
        }

        page.Documents(paper.Documents);
        page.Coders(paper.Coders);
        page.Variables(paper.Variables);
        page.Checking();
        var top = new HtmlText().Start("h1").Text("Before publication: ").Element("bdi", paper.Names[0]).End("h1");
        if (paper.Names.Count > 1)
        {
            top.Start("p", "soft").Text("Also looked for: ").Element("bdi", string.Join("; ", paper.Names.Skip(1))).End("p");
        }

        return page.Write($"Packet: {paper.Names[0]}", top.Element("p", $"As of {CaseDay.Text(paper.Today)}. Read: {string.Join(", ", paper.Drafts)}."));
    }

    private static void Summary(PaperPage page, PacketPaper paper, int whole, int part)
    {
        page.Section("summary", "In short");
        page.Body.Start("ul");
        foreach (var line in Lines(paper, whole, part))
        {
            page.Body.Element("li", line);
        }

        page.Body.End("ul").Element("p", "Found are sentences that name the party, in any form of its words. Sentences that mean it without naming it (“the company”, “he”) are not: read the draft around these.", "soft");
    }

    /// <summary>The packet in a few sentences.</summary>
    public static IEnumerable<string> Lines(PacketPaper paper, int whole, int part)
    {
        var figures = paper.Sentences.SelectMany(s => s.Figures).ToList();
        yield return $"{Screen.Count(whole, "sentence names", "sentences name")} the party{(part > 0 ? $"; {part} more {(part == 1 ? "has" : "have")} only a part of the name" : "")}. {paper.Sentences.Count(s => s.Figures.Count == 0 && s.Unbacked.Count == 0)} of them {(paper.Sentences.Count(s => s.Figures.Count == 0 && s.Unbacked.Count == 0) == 1 ? "has" : "have")} no figure.";
        if (figures.Count > 0)
        {
            yield return $"Figures with a claim: {string.Join(", ", figures.GroupBy(f => f.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word()}"))}.";
            yield return $"Their evidence comes from {Screen.Count(paper.Sources.Count, "independent source", "independent sources")} ({Screen.Count(paper.Sources.Documents, "different document", "different documents")}).";
        }

        var unbacked = paper.Sentences.Sum(s => s.Unbacked.Count);
        if (unbacked > 0)
        {
            yield return $"{Screen.Count(unbacked, "figure has", "figures have")} no claim: nothing in the case stands behind {(unbacked == 1 ? "it" : "them")}.";
        }

        yield return paper.Replies.Count == 0
            ? "Nobody entered that the party was asked for comment."
            : $"Asked {Screen.Count(paper.Replies.Count, "time", "times")}: {paper.Replies.Count(r => r.Answered == "yes")} answered, {paper.Replies.Count(r => r.Answered != "yes" && r.DaysLeft(paper.Today) >= 0)} still in time, {paper.Replies.Count(r => r.Answered != "yes" && r.DaysLeft(paper.Today) < 0)} past the deadline without an answer.";
    }

    private static void Sentences(PaperPage page, IReadOnlyList<PacketSentence> sentences, PacketPaper paper)
    {
        var html = page.Body;
        if (sentences.Count == 0)
        {
            html.Element("p", "No sentence of the drafts names the party.");
        }

        foreach (var (sentence, i) in sentences.Select((s, i) => (s, i)))
        {
            html.Start("section", "card").Element("h4", $"{i + 1}. {sentence.Draft}, line {sentence.Line}").Start("p", "sentence").Start("bdi");
            html.Element("span", sentence.Before.Length > 0 ? sentence.Before + " " : "", "around");
            var at = 0;
            foreach (var named in sentence.Named)
            {
                html.Text(sentence.Text[at..named.Start]).Element("mark", named.In(sentence.Text));
                at = named.End;
            }

            html.Text(sentence.Text[at..]).Element("span", sentence.After.Length > 0 ? " " + sentence.After : "", "around").End("bdi").End("p");
            foreach (var figure in sentence.Figures)
            {
                html.Start("p");
                PaperPage.Badge(html, figure.Verdict);
                html.Text("“").Element("bdi", figure.Text).Text("”, claim ").Link(DossierSection.Anchor(figure.Id), figure.Id)
                    .Text(figure.Verdict == Verdict.Error ? "" : $". The case has {CheckPrinter.Case(figure)}").Text(paper.SourcesOf.TryGetValue(figure.Id, out var sources) ? $", from {Screen.Count(sources.Count, "independent source", "independent sources")}. " : ". ")
                    .Element("span", figure.Reason, "soft").End("p");
                if (figure.Found is { } found)
                {
                    html.Element("p", PlainWords.Found(found), "warning");
                }
            }

            foreach (var figure in sentence.Unbacked)
            {
                html.Start("p");
                PaperPage.Badge(html, Verdict.NotBacked);
                html.Text("“").Element("bdi", figure.Figure.Text).Text("”: no claim stands behind it.").End("p");
            }

            if (sentence.Figures.Count == 0 && sentence.Unbacked.Count == 0)
            {
                html.Start("p").Element("span", "no claim", "badge wait").Text("The sentence has no figure; what it says rests on nothing that this page could show.").End("p");
            }

            html.End("section");
        }
    }

    private static void Asked(PaperPage page, PacketPaper paper)
    {
        page.Section("asked", "What they were asked, and what they answered");
        if (paper.Replies.Count == 0)
        {
            page.Body.Element("p", "Nobody entered that the party was asked for comment.");
        }

        foreach (var reply in paper.Replies)
        {
            var html = page.Body.Start("section", "card").Start("h4").Element("bdi", reply.About).End("h4").Start("p");
            var (word, kind) = reply.Answered == "yes" ? ("answered", "badge good") : reply.Answered == "no" && !(reply.DaysLeft(paper.Today) < 0) ? ("no answer yet", "badge wait") : reply.Answered == "no" ? ("no answer", "badge bad") : (reply.Answered, "badge wait");
            html.Element("span", word, kind).Text(reply.Time(paper.Today)).End("p")
                .Start("dl").Term("Asked of", reply.Whom).Term("Asked on", reply.Asked).Term("How", reply.How).Term("Deadline", CaseDay.Text(reply.Deadline)).End("dl");
            foreach (var answer in reply.Answers)
            {
                html.Start("dl").Term("Answered on", CaseDay.Text(answer.On)).End("dl");
                if (answer.Quote is { } quote)
                {
                    html.Start("blockquote").Element("bdi", quote).End("blockquote");
                }

                if (answer.Letter is { Length: > 12 } letter && paper.Documents.Any(d => d.Id.Hex == letter))
                {
                    html.Start("p").Text("The letter: ").Link(PaperPage.Anchor(letter), letter[..12]).End("p");
                }
            }

            html.Start("p", "soft").Text("Entered in: ");
            foreach (var document in reply.Documents)
            {
                html.Link(PaperPage.Anchor(document), document[..12]).Text(" ");
            }

            html.End("p").End("section");
        }
    }
}
