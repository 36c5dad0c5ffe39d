using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Keeping;
using Plumbline.Pipeline.Signing;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb check</c>: which figures of a draft hold.</summary>
internal static class CheckVerb
{
    public static VerbEntry Entry { get; } = new(
        "check", "Reads a draft and says which of its figures hold, which fail, and which depend on what nobody has settled.", "check", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var drafts = new Argument<string[]>("DRAFT") { Description = "Drafts (Markdown, text, HTML, DOCX); all of drafts/ when missing.", Arity = ArgumentArity.ZeroOrMore };
        var evidence = new Option<string?>("--evidence") { HelpName = "ID", Description = "List the rows of this claim with their quotes." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "At most N rows of evidence, 50 if not given.", DefaultValueFactory = _ => 50 };
        var since = new Option<string?>("--since") { HelpName = "SIGNATURE", Description = "Compare with what was signed (its name, its entry, or last): which figures broke, which were mended, by how much, why." };
        var allowOpen = new Option<bool>("--allow-open") { Description = "Exit code 0 also when figures are open." };
        var confidential = CommonOptions.ShowConfidential();
        var was = new Option<string?>("--was") { HelpName = "OLD", Description = "An earlier state of the draft: carries its links over by figure and surrounding words, and says what became of each." };
        var write = new Option<string?>("--write") { HelpName = "OUT", Description = "With --was: write a copy with the carried links in it (Markdown, HTML)." };
        var annotate = new Option<string?>("--annotate") { HelpName = "OUT", Description = "Write a copy with each figure marked by its verdict: comments in DOCX, footnotes in Markdown, marks in HTML." };
        var verb = new Verb(Entry,
            new("plumb check ~/cases/rallies", "All drafts of the case."),
            new("plumb check ~/cases/rallies article.md --allow-open", "A draft that lies elsewhere; open figures pass."),
            new("plumb check ~/cases/rallies --evidence fines --limit 10", "The first ten rulings behind a figure, with the words they stand on."),
            new("plumb check ~/cases/rallies --since last", "What became of the figures that were signed last."),
            new("plumb check ~/cases/rallies edited.md --was drafts/article.md --write linked.md", "An editor lost the links: find their figures, and write a copy that has them."),
            new("plumb check ~/cases/rallies article.docx --annotate marked.docx", "Each verdict as a comment beside its figure."))
        {
            folder, drafts, evidence, limit, allowOpen, confidential, since, was, write, annotate,
        };
        return verb.Runs(call => call.Get(since) is { } signature
            ? Since(call, call.Get(folder), signature, call.Get(drafts))
            : call.Get(evidence) is { } id
            ? Evidence(call, call.Get(folder), id, Math.Max(0, call.Get(limit)), call.Get(confidential))
            : call.Get(was) is not null || call.Get(annotate) is not null
            ? One(call, call.Get(folder), call.Get(drafts), new DraftOutputs(call.Get(was), call.Get(write), call.Get(annotate)), call.Get(allowOpen), call.Get(confidential))
            : Check(call, call.Get(folder), call.Get(drafts), call.Get(allowOpen), call.Get(confidential)));
    }

    /// <summary>Checks drafts of a case.</summary>
    public static CheckReport Check(Call call, CaseFolder folder, BuiltCase built, IReadOnlyList<string> drafts, bool showConfidential = false)
    {
        var settings = CaseSettings.Read(folder);
        var options = new CheckOptions { Hedges = settings.Hedges, ShowConfidential = showConfidential, Clock = call.Clock };
        return Read(call, built, tables => CaseCheck.Check(folder, built, drafts, tables, options, call.Stop));
    }

    /// <summary>Checks with what was kept of earlier checks, and shows how far it is.</summary>
    private static CheckReport Read(Call call, BuiltCase built, Func<KeptReader, CheckReport> check)
    {
        using var progress = call.Progress();
        using var tables = new KeptReader(built, ChildCommand.OfThisProgram(Workers.Sql), progress);
        return check(tables);
    }

    /// <summary>Compares with a signature, with progress where its tables have to be made again.</summary>
    public static SinceReport Since(Call call, CaseFolder folder, BuiltCase built, Signature signature, bool signedText, IReadOnlyList<string> drafts)
    {
        using var progress = call.Progress();
        var options = new SinceOptions
        {
            Tables = ChildCommand.OfThisProgram(Workers.Sql), Build = BuildVerb.Options(), SignedText = signedText,
            Drafts = [.. drafts.Select(d => signature.Drafts.Any(s => s.File == d) ? d : CaseCheck.Name(folder, d))],
        };
        return SinceSignature.Compare(folder, signature, built, options, progress, call.Stop);
    }

    /// <summary>Says so when the build in use is not of the case as it is.</summary>
    public static void WarnIfStale(Call call, BuiltCase built, string path)
    {
        if (!call.Json && built.IsStale())
        {
            call.Out.Flush();
            call.Error.WriteWrapped($"The case has changed since this build: plumb build {Call.Quoted(path)}, then check again.", ink: Ink.Yellow);
        }
    }

    private static ExitCode Since(Call call, string path, string name, IReadOnlyList<string> drafts)
    {
        var folder = CaseFolder.Open(path);
        var signature = Signatures.Find(folder, name);
        using var built = BuiltCase.Open(folder);
        var report = Since(call, folder, built, signature, signedText: false, drafts);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "check", json =>
            {
                SincePrinter.Write(json, "signature", signature);
                json.WriteBoolean("stale", built.IsStale());
                SincePrinter.Write(json, "moved", report.Moved);
                json.WriteNumber("unmoved", report.Unmoved);
                JsonOutput.Problems(json, report.Problems);
            });
        }
        else
        {
            SincePrinter.Write(call.Out, report);
            call.Show(report.Problems);
            WarnIfStale(call, built, path);
            if (report.Count("broken") > 0)
            {
                call.Remark($"What to print: plumb corrections {Call.Quoted(path)} --since {SafeText.Line(signature.Shown)}");
            }
        }

        return report.Count("broken") > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    /// <summary>One draft: its links carried over, copies of it.</summary>
    private static ExitCode One(Call call, string path, IReadOnlyList<string> drafts, DraftOutputs outputs, bool allowOpen, bool showConfidential)
    {
        var folder = CaseFolder.Open(path);
        var draft = CaseDraft.Open(folder, drafts);
        if (outputs.Was is { } was)
        {
            draft.CarryFrom(was);
        }

        if (outputs.Write is { } write)
        {
            draft.RefuseLinks(write);
        }

        if (outputs.Annotate is { } annotate)
        {
            DraftCopy.Refuse(folder, annotate);
        }

        using var built = BuiltCase.Open(folder);
        var options = new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, ShowConfidential = showConfidential, Clock = call.Clock };
        var report = Read(call, built, tables => CaseCheck.CheckRead(folder, built, [draft.Draft], tables, options, call.Stop));
        var written = outputs is { Was: not null, Write: { } to } ? draft.WriteLinks(to) : [];
        var marks = outputs.Annotate is { } place ? draft.Annotate(place, report) : 0;
        if (call.Json && draft.Was is { } earlier)
        {
            JsonOutput.Object(call.Out, "check", json =>
            {
                CarryPrinter.Write(json, new CaseLinks(earlier, draft.Draft, draft.Links, written), report);
                JsonOutput.Problems(json, report.Problems);
            });
        }
        else if (call.Json)
        {
            Print(call, report, built, path);
        }
        else
        {
            if (draft.Was is { } before)
            {
                CarryPrinter.Write(call.Out, before, draft.Draft, draft.Links);
            }

            Print(call, report, built, path);
            if (outputs is { Was: not null, Write: { } copy })
            {
                var carried = draft.Links.Count(l => l.State == CarryState.Carried);
                call.Out.WriteWrapped($"Wrote {SafeText.Line(copy)}: {Screen.Count(written.Count, "link", "links")} of {carried} put back{(written.Count < carried ? "; set the others by hand, their markup leaves no room" : "")}.");
            }

            if (outputs.Annotate is { } marked)
            {
                call.Out.WriteWrapped($"Wrote {SafeText.Line(marked)}: {Screen.Count(marks, "figure", "figures")} marked.");
            }
        }

        var isWhole = draft.Links.All(l => l.State is CarryState.Kept or CarryState.Carried);
        return isWhole ? (ExitCode)report.ExitCode(allowOpen) : ExitCode.ProblemsFound;
    }

    /// <summary>What one draft is compared with, and copied to.</summary>
    private sealed record DraftOutputs(string? Was, string? Write, string? Annotate);

    private static ExitCode Check(Call call, string path, IReadOnlyList<string> drafts, bool allowOpen, bool showConfidential)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var report = Check(call, folder, built, drafts, showConfidential);
        Print(call, report, built, path);
        return (ExitCode)report.ExitCode(allowOpen);
    }

    /// <summary>The report, as JSON or for people.</summary>
    private static void Print(Call call, CheckReport report, BuiltCase built, string path)
    {
        if (call.Json)
        {
            call.Out.WriteRaw(Screen.Encoding.GetString(CheckJson.Write(report)));
            call.Out.WriteLine();
        }
        else
        {
            CheckPrinter.Write(call.Out, report, Call.Quoted(path));
            call.Show(report.Problems);
            WarnIfStale(call, built, path);
        }
    }

    private static ExitCode Evidence(Call call, string path, string id, int limit, bool showConfidential)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var query = SelectionOptions.Query(folder, id);
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var reading = tables.Read(query);
        if (reading.Problems.Any(p => p.Severity == Plumbline.Evidence.Severity.Error))
        {
            throw CliProblems.QueryRefused(reading.Problems);
        }

        var (rows, confidential) = ShownEvidence.Of(SourceTerms.Read(folder, call.Clock, showConfidential), tables.Evidence(query, limit, out var total));
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "check", json => EvidencePrinter.Write(json, id, total, rows, confidential));
            return ExitCode.Clean;
        }

        var ends = CheckPrinter.Ends(reading.Low?.ToString(), reading.High?.ToString());
        call.Out.WriteWrapped(
            $"{SafeText.Line(id)}: {ends}   ({Screen.Digits(reading.Confirmed)} confirmed, {Screen.Digits(reading.Rows)} possible, {Screen.Digits(reading.Unread)} unread)", hang: 2, ink: Ink.Bold);
        EvidencePrinter.Write(call.Out, rows);
        EvidencePrinter.WriteConfidential(call.Out, confidential);
        call.Out.WriteWrapped($"{Screen.Count(total, "row", "rows")}, {Screen.Digits(rows.Count)} shown{(rows.Count + confidential < total ? $"; more with --limit {total}" : "")}.", ink: Ink.Bold);
        if (rows.Count > 0)
        {
            call.Remark($"Open one in its text: plumb show {Call.Quoted(path)} {rows[0].UnitId}");
        }

        return ExitCode.Clean;
    }
}
