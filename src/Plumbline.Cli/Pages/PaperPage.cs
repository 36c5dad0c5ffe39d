using System.Globalization;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Pipeline.Papers;

namespace Plumbline.Cli.Pages;

/// <summary>
/// What papers have in common: one page of HTML that needs nothing else, loads nothing and runs nothing, with contents at its
/// head, and at its end how to check it.
/// </summary>
internal sealed class PaperPage(PaperHead head)
{
    private readonly HtmlText body = new();
    private readonly List<(string Id, string Title)> contents = [];

    /// <summary>Where sections write.</summary>
    public HtmlText Body => body;

    /// <summary>A section with its heading; it stands in the contents.</summary>
    public HtmlText Section(string id, string title, bool newPage = false)
    {
        contents.Add((id, title));
        return body.Start("h2", newPage ? "new-page" : null, id).Text(title).End("h2");
    }

    /// <summary>The whole page.</summary>
    /// <param name="title">Of the window and of print.</param>
    /// <param name="top">Title and what stands under it, before the contents.</param>
    public string Write(string title, HtmlText top)
    {
        var page = new HtmlText()
            .Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").Markup(PaperStyle.Policy)
            .Markup("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<title>")
            .Text(title).Markup("</title>\n<style>").Markup(PaperStyle.Css).Markup("</style>\n</head>\n<body>\n<header>\n")
            .Element("p", $"{(head.Title.Length > 0 ? head.Title + " · " : "")}made {Time(head.At)} ({head.Zone})", "kicker").Markup(top.ToString());
        if (head.IsInvented)
        {
            page.Element("p", "Everything in this case is invented: people, places, documents and figures.", "warning");
        }

        if (head.IsStale)
        {
            page.Element("p", "The case has changed since the build that this page was made from. Build again, and make the page again.", "warning");
        }

        page.Markup("</header>\n<nav>\n").Element("h2", "Contents").Start("ol");
        foreach (var (id, name) in contents)
        {
            page.Start("li").Link(id, name).End("li");
        }

        return page.End("ol").Markup("</nav>\n<main>\n").Markup(body.ToString()).Markup("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The documents with their custody.</summary>
    public void Documents(IReadOnlyList<PaperDocument> documents)
    {
        Section("documents", "Documents");
        body.Element("p", "Each document is named by a fingerprint of its bytes (SHA-256). Whoever has the file can compute it; if one letter of the file were different, so would be the fingerprint. Times are those of the computer that took the file in.", "soft");
        foreach (var document in documents)
        {
            body.Start("section", "card", Anchor(document.Id.Hex)).Start("h3").Element("bdi", document.Custody.Select(c => c.File).FirstOrDefault() ?? "(name withheld)").End("h3");
            body.Start("dl").Term("SHA-256", document.Id.Hex, "mono").Term("Size", document.Custody.Count > 0 ? $"{document.Custody[0].Size.ToString("#,0", CultureInfo.InvariantCulture)} bytes" : null).End("dl");
            foreach (var came in document.Custody)
            {
                body.Start("dl").Term("Came in", came.Entry is { } entry ? $"{Time(TimeZoneInfo.ConvertTime(entry.At, Zone))}, entered by {entry.Who}" : "")
                    .Term("From", came.Source ?? "nobody wrote down from whom").Term("As", came.Folder.Length > 0 ? $"{came.Folder}/{came.File}" : came.File).Term("Address", came.Url, "mono")
                    .Term("Fetched", came.RetrievedAt is { } at ? Time(TimeZoneInfo.ConvertTime(at, Zone)) : null).Term("Note", came.Note)
                    .Term("Journal entry", came.Entry is { } e ? $"{e.Device[..8]}:{e.Seq.ToString(CultureInfo.InvariantCulture)}" : null, "mono").End("dl");
            }

            body.End("section");
        }
    }

    /// <summary>The people who decided.</summary>
    public void Coders(IReadOnlyList<PaperCoder> coders)
    {
        Section("people", "People who decided");
        if (coders.Count == 0)
        {
            body.Element("p", "Nobody has decided any of the values shown: all of them are what rules of the codebook read, or stand in columns of records.");
            return;
        }

        body.Element("p", "Names are pseudonyms. What a coder had been shown before deciding is written down with each decision.", "soft").Start("ul");
        foreach (var coder in coders)
        {
            string[] parts =
            [
                Screen.Count(coder.Decisions, "decision", "decisions"),
                coder.Adjudications > 0 ? $"of them {Screen.Count(coder.Adjudications, "adjudication", "adjudications")} after others disagreed" : "",
                coder.Blind > 0 ? $"{coder.Blind} without having been shown a value" : "",
                coder.SawMachine > 0 ? $"{coder.SawMachine} having seen the machine's value" : "",
                coder.SawOther > 0 ? $"{coder.SawOther} having seen another person's coding" : "",
                coder.Stale > 0 ? $"{coder.Stale} under a definition that has changed since, and so not confirmed" : "",
            ];
            body.Start("li").Element("b", coder.Name).Text(": " + string.Join(", ", parts.Where(p => p.Length > 0)) + ".").End("li");
        }

        body.End("ul");
    }

    /// <summary>What variables mean, and the rules that coded them.</summary>
    public void Variables(IReadOnlyList<PaperVariable> variables)
    {
        Section("variables", "What was asked of each unit, and the rules");
        body.Element("p", "Instructions are what people were told. A rule is a saved search; its version changes with its words. What a rule finds makes a value possible, never confirmed.", "soft");
        foreach (var one in variables)
        {
            var variable = one.Variable;
            body.Start("section", "card").Start("h3").Element("bdi", variable.Label).Markup(variable.Label.Length > 0 ? " " : "").Element("code", variable.Name).End("h3");
            body.Start("dl").Term("Codebook", $"{one.Codebook}, table {one.Kind}").Term("Instructions", variable.Instructions)
                .Term("Values", string.Join("; ", variable.Values.Select(v => $"{v.Key}: {v.Label}{(v.Instructions.Length > 0 ? $" ({v.Instructions})" : "")}")))
                .Term("Silence means", variable.Silence).Term("Definition", variable.ComputeDefinitionHash(), "mono").End("dl");
            foreach (var rule in one.Rules)
            {
                body.Start("p").Element("code", rule.Name).Text(" version ").Element("code", rule.Version).End("p").Element("pre", rule.Text);
            }

            body.End("section");
        }
    }

    /// <summary>How anybody can check the page.</summary>
    public void Checking()
    {
        Section("checking", "How to check this page");
        body.Element("p", "The case holds the documents as they came, a journal of everything that came in and that people decided, and what the machine derived. The journal is a chain: an entry that was changed or taken out breaks it. Whoever has the case can run these:");
        body.Element("pre", "plumb verify CASE          checks every document and every entry\nplumb build CASE --clean   derives everything again; the digest must be the same\nplumb check CASE           reads the drafts again");
        if (head.AsOf is { } asOf)
        {
            body.Element("p", $"{asOf.InWords} {(asOf.Signature is null ? "" : "plumb build CASE --as-of SIGNATURE makes the tables again.")}");
        }

        body.Start("dl").Term("Build", head.AsOf is null ? head.Build : null, "mono").Term("Digest of its tables", head.Digest, "mono");
        foreach (var journal in head.Heads)
        {
            body.Term("Head of the journal", journal, "mono");
        }

        body.End("dl").Element("p", "What no page can tell: whether a document is genuine and what it says is true. This one says when and from whom it came in, what stands in it, who read it, and how the figure follows.", "soft");
    }

    /// <summary>A time as papers show it.</summary>
    public static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>The zone of the case.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(head.Zone);

    /// <summary>Anchor of a document.</summary>
    public static string Anchor(string document) => "d-" + document[..Math.Min(24, document.Length)];

    /// <summary>A verdict as a badge.</summary>
    public static void Badge(HtmlText html, Verdict verdict) => html.Element(
        "span", verdict.Word(), verdict switch { Verdict.Holds => "badge good", Verdict.Fails or Verdict.Error => "badge bad", _ => "badge wait" });
}
