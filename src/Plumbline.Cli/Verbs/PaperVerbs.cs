using System.CommandLine;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Cli.Pages;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Papers;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb why</c> and <c>plumb packet</c>: all that stands behind a figure, and all that a draft says of a named party.</summary>
internal static class PaperVerbs
{
    private const int Most = 200;

    public static VerbEntry WhyEntry { get; } = new("why", "Shows all that stands behind a figure: query, units, quotes, documents with custody, who decided.", "check", CreateWhy);

    public static VerbEntry PacketEntry { get; } = new("packet", "Gathers what the drafts say of a named party, its evidence, sources, and what the party was asked.", "check", CreatePacket);

    private static Verb CreateWhy()
    {
        var folder = CommonOptions.Case();
        var claim = new Argument<string>("CLAIM") { Description = "Id of a claim of claims.yaml." };
        var (html, limit, confidential) = Shared();
        var verb = new Verb(WhyEntry,
            new Example("plumb why ~/cases/rallies fines", "On the terminal."),
            new Example("plumb why ~/cases/rallies fines --html fines.html", "As one page to print, or to send to a standards editor."))
        {
            folder, claim, html, limit, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), [], call.Get(html), call.Get(confidential), (papers, claims, _) =>
        {
            var id = call.Get(claim);
            if (!claims.Claims.ContainsKey(id))
            {
                throw CliProblems.NoClaim(id, claims.Faulty.Contains(id), claims.Claims.Keys, claims.Problems);
            }

            var paper = papers.Why(id, claims, Math.Max(0, call.Get(limit)));
            return new Paper("why", () => WhyPage.Write(paper), json => PaperJson.Why(json, paper), () => PaperPrinter.Write(call.Out, paper));
        }));
    }

    private static Verb CreatePacket()
    {
        var folder = CommonOptions.Case();
        var drafts = new Argument<string[]>("DRAFT") { Description = "Drafts (Markdown, text, HTML, DOCX); all of drafts/ when missing.", Arity = ArgumentArity.ZeroOrMore };
        var about = new Option<string>("--about") { HelpName = "NAME", Description = "The party, as the draft names it; any form of its words is found.", Required = true };
        var also = new Option<string[]>("--also") { HelpName = "NAME", Description = "Another name that it goes by; may be given again." };
        var (html, limit, confidential) = Shared();
        var verb = new Verb(PacketEntry,
            new Example("plumb packet ~/cases/rallies --about \"City of Verkhovo\" --html verkhovo.html", "One page for the lawyer."),
            new Example("plumb packet ~/cases/rallies --about \"Иван Петров\" --also \"И. Петров\"", "On the terminal; a short form of the name too."))
        {
            folder, drafts, about, also, html, limit, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(drafts), call.Get(html), call.Get(confidential), (papers, claims, files) =>
        {
            var paper = papers.Packet([call.Get(about)!, .. call.Get(also) ?? []], files, claims, Math.Max(0, call.Get(limit)));
            return new Paper("packet", () => PacketPage.Write(paper), json => PaperJson.Packet(json, paper), () => PaperPrinter.Write(call.Out, paper));
        }));
    }

    private static (Option<string?> Html, Option<int> Limit, Option<bool> Confidential) Shared() => (
        new("--html") { HelpName = "FILE", Description = "Write one page to print: no scripts, nothing loaded from elsewhere." },
        new("--limit") { HelpName = "N", Description = $"At most N units of a claim, {Most} if not given.", DefaultValueFactory = _ => Most },
        new("--show-confidential") { Description = "Also show what is not for publication, and name sources on background. Keep such a page inside." });

    private static ExitCode Run(
        Call call, string path, IReadOnlyList<string> drafts, string? html, bool confidential, Func<CasePapers, ClaimsFile, IReadOnlyList<Claims.Drafts.Draft>, Paper> make)
    {
        var folder = CaseFolder.Open(path);
        if (html is not null && Path.Exists(html))
        {
            throw PaperProblems.IsThere(Path.GetFileName(html));
        }

        using var built = BuiltCase.Open(folder);
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var check = CaseCheck.Check(folder, built, drafts, tables, new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, EvidenceRows = 0 }, call.Stop);
        var terms = SourceTerms.Read(folder, call.Clock, confidential);
        var paper = make(new CasePapers(folder, built, tables, check, terms, call.Clock), ClaimsFile.Read(folder.ClaimsYaml), CaseCheck.Drafts(folder, drafts));
        if (html is not null)
        {
            Write(html, paper.Html());
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, paper.Verb, json =>
            {
                paper.Json(json);
                JsonOutput.Problems(json, check.Problems);
            });
        }
        else if (html is null)
        {
            paper.Print();
        }
        else
        {
            call.Out.WriteWrapped($"Wrote {SafeText.Line(html)}.");
        }

        if (built.IsStale())
        {
            call.Remark($"The case has changed since this build: plumb build {Call.Quoted(path)}, then make it again.");
        }

        return ExitCode.Clean;
    }

    private static void Write(string path, string page)
    {
        try
        {
            File.WriteAllText(path + ".new", page, Screen.Encoding);
            File.Move(path + ".new", path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PaperProblems.CannotWrite(Path.GetFileName(path), e);
        }
    }

    /// <summary>A paper in its three forms.</summary>
    private sealed record Paper(string Verb, Func<string> Html, Action<Utf8JsonWriter> Json, Action Print);
}
