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
        var (html, limit, confidential, asOf) = Shared();
        var verb = new Verb(WhyEntry,
            new Example("plumb why ~/cases/rallies fines", "On the terminal."),
            new Example("plumb why ~/cases/rallies fines --html fines.html", "As one page to print, or to send to a standards editor."))
        {
            folder, claim, html, limit, asOf, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), [], call.Get(asOf), call.Get(html), call.Get(confidential), (papers, claims, _) =>
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
        var (html, limit, confidential, asOf) = Shared();
        var verb = new Verb(PacketEntry,
            new Example("plumb packet ~/cases/rallies --about \"City of Verkhovo\" --html verkhovo.html", "One page for the lawyer."),
            new Example("plumb packet ~/cases/rallies --about \"Иван Петров\" --also \"И. Петров\"", "On the terminal; a short form of the name too."),
            new Example("plumb packet ~/cases/rallies --about \"City of Verkhovo\" --as-of first-print", "What stood behind these sentences when they were signed."))
        {
            folder, drafts, about, also, html, limit, asOf, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(drafts), call.Get(asOf), call.Get(html), call.Get(confidential), (papers, claims, files) =>
        {
            var paper = papers.Packet([call.Get(about)!, .. call.Get(also) ?? []], files, claims, Math.Max(0, call.Get(limit)));
            return new Paper("packet", () => PacketPage.Write(paper), json => PaperJson.Packet(json, paper), () => PaperPrinter.Write(call.Out, paper));
        }));
    }

    private static (Option<string?> Html, Option<int> Limit, Option<bool> Confidential, Option<string?> AsOf) Shared() => (
        new("--html") { HelpName = "FILE", Description = "Write one page to print: no scripts, nothing loaded from elsewhere." },
        new("--limit") { HelpName = "N", Description = $"At most N units of a claim, {Most} if not given.", DefaultValueFactory = _ => Most },
        new("--show-confidential") { Description = "Also show what is not for publication, and name sources on background. Keep such a page inside." },
        new("--as-of") { HelpName = "SIGNATURE|DAY", Description = "As it stood: when something was signed (its name, its entry, or last), or at the end of a day such as 2026-11-20." });

    private static ExitCode Run(
        Call call, string path, IReadOnlyList<string> drafts, string? asOf, string? html, bool confidential, Func<CasePapers, ClaimsFile, IReadOnlyList<Claims.Drafts.Draft>, Paper> make)
    {
        var folder = asOf is null ? CaseFolder.Open(path) : CaseAccess.OpenForWriting(path);
        if (html is not null && Path.Exists(html))
        {
            throw PaperProblems.IsThere(Path.GetFileName(html));
        }

        using var then = asOf is null ? null : Then(call, folder, asOf, drafts);
        using var present = then is null ? BuiltCase.Open(folder) : null;
        var (built, files, read) = then is null ? (present!, folder, drafts) : (then.Built, then.Files, then.Drafts);
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var check = CaseCheck.Check(files, built, read, tables, new CheckOptions { Hedges = CaseSettings.Read(files).Hedges, EvidenceRows = 0, LooksInside = false }, call.Stop);
        var terms = SourceTerms.Read(folder, call.Clock, confidential);
        var paper = make(new CasePapers(folder, built, tables, check, terms, call.Clock, then), ClaimsFile.Read(files.ClaimsYaml), CaseCheck.Drafts(files, read));
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

        if (present?.IsStale() == true)
        {
            call.Remark($"The case has changed since this build: plumb build {Call.Quoted(path)}, then make it again.");
        }

        return ExitCode.Clean;
    }

    private static CaseAsOf Then(Call call, CaseFolder folder, string asOf, IReadOnlyList<string> drafts)
    {
        using var progress = call.Progress();
        return CaseAsOf.Open(folder, asOf, drafts, BuildVerb.Options(), progress, call.Stop);
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
