using Plumbline.Pipeline.Papers;

namespace Plumbline.Cli.Pages;

/// <summary>The page why a figure stands.</summary>
internal static class WhyPage
{
    public static string Write(WhyPaper paper)
    {
        var page = new PaperPage(paper.Head);
        var sections = new DossierSection(page, paper.Times);
        var asked = paper.Asked;
        page.Section("figure", "The figure in the drafts");
        if (asked.Figures.Count == 0)
        {
            page.Body.Element("p", "No draft of the case states this figure.");
        }

        sections.Figures(asked.Figures);
        for (var i = 0; i < paper.Claims.Count; i++)
        {
            var dossier = paper.Claims[i];
            page.Section(DossierSection.Anchor(dossier.Claim.Id), i == 0 ? "How this figure was made" : $"How “{dossier.Claim.Id}” was made", newPage: i > 0);
            sections.Made(dossier, i == 0 ? paper.Sources : null);
            if (dossier.Claim.ExpressionText is null)
            {
                page.Section(DossierSection.Anchor(dossier.Claim.Id) + "-units", dossier.Claim.Quote is not null ? "The quoted words" : paper.Claims.Count == 1 ? "What was counted" : $"What was counted for “{dossier.Claim.Id}”", newPage: i == 0);
                sections.Evidence(dossier);
            }
        }

        page.Documents(paper.Documents);
        page.Coders(paper.Coders);
        page.Variables(paper.Variables);
        page.Checking();
        var top = new HtmlText().Start("h1").Text("What stands behind ").Element("bdi", asked.Figures.Count > 0 ? $"“{asked.Figures[0].Text}”" : asked.Claim.Id).End("h1").Start("p");
        foreach (var verdict in asked.Figures.Select(f => f.Verdict).Distinct())
        {
            PaperPage.Badge(top, verdict);
        }

        top.Text("claim ").Element("code", asked.Claim.Id).End("p");
        return page.Write($"What stands behind {asked.Claim.Id}", top);
    }
}
