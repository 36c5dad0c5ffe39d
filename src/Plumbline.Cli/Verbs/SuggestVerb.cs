using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Claims.Suggestions;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb suggest</c>: what figures without a claim may rest on.</summary>
internal static class SuggestVerb
{
    /// <summary>All counts of a kind take seconds where it has millions of units.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static VerbEntry Entry { get; } = new(
        "suggest", "Lists claims and simple counts that figures without a claim may rest on, and how many counts were searched.", "check", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var drafts = new Argument<string[]>("DRAFT") { Description = "Drafts (Markdown, text, HTML, DOCX); all of drafts/ when missing.", Arity = ArgumentArity.ZeroOrMore };
        var figure = new Option<string?>("--figure") { HelpName = "N|LINE:COLUMN", Description = "Only this figure: its number in the list, or its place." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = $"At most N suggestions for a figure, {CaseSuggestions.Limit} if not given.", DefaultValueFactory = _ => CaseSuggestions.Limit };
        var take = new Option<int?>("--take") { HelpName = "K", Description = "Print the entry of claims.yaml and the link that make suggestion K of the figure its claim." };
        var asClaim = new Option<string?>("--as-claim") { HelpName = "ID", Description = "What the new claim is called; it is marked as found by its value." };
        var write = new Option<bool>("--write") { Description = "Add the entry to claims.yaml; all that stands there stays. The draft is never changed." };
        var confidential = CommonOptions.ShowConfidential();
        var verb = new Verb(Entry,
            new("plumb suggest ~/cases/rallies", "All figures of the drafts that no claim stands behind."),
            new("plumb suggest ~/cases/rallies article.docx --figure 3 --limit 20", "One figure, with more that fits."),
            new("plumb suggest ~/cases/rallies --figure 3 --take 1 --as-claim arrests-2019", "The claim to paste, and the link."),
            new("plumb suggest ~/cases/rallies --figure 3 --take 1 --as-claim arrests-2019 --write", "The claim is added to claims.yaml."))
        {
            folder, drafts, figure, limit, take, asClaim, write, confidential,
        };
        return verb.Runs(call =>
        {
            var taking = new Taking(call.Get(figure), call.Get(take), call.Get(asClaim), call.Get(write));
            return taking.IsAsked ? Take(call, call.Get(folder), call.Get(drafts), taking, call.Get(confidential))
                : List(call, call.Get(folder), call.Get(drafts), taking.Figure, Math.Clamp(call.Get(limit), 1, 1000), call.Get(confidential));
        });
    }

    private static ExitCode List(Call call, string path, IReadOnlyList<string> drafts, string? only, int limit, bool confidential)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var report = Find(call, folder, built, drafts, limit, confidential);
        report = only is null ? report : report with { Figures = [CaseSuggestions.Figure(report, only)] };
        if (call.Json)
        {
            SuggestPrinter.WriteJson(call.Out, report, null);
            return ExitCode.Clean;
        }

        SuggestPrinter.Write(call.Out, report, Call.Quoted(path));
        call.Show(report.Problems);
        CheckVerb.WarnIfStale(call, built, path);
        return ExitCode.Clean;
    }

    private static ExitCode Take(Call call, string path, IReadOnlyList<string> drafts, Taking taking, bool confidential)
    {
        if (taking is not { Figure: { } asked, Number: { } number } || (taking.Write && taking.Id is null))
        {
            throw CliProblems.WhichSuggestion();
        }

        var folder = taking.Write ? CaseAccess.OpenForWriting(path) : CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var report = Find(call, folder, built, drafts, Math.Clamp(number, CaseSuggestions.Limit, 1000), confidential);
        var figure = CaseSuggestions.Figure(report, asked);
        var taken = CaseSuggestions.Take(folder, report, figure, number, taking.Id, taking.Write);
        if (call.Json)
        {
            SuggestPrinter.WriteJson(call.Out, report with { Figures = [figure] }, taken);
            return ExitCode.Clean;
        }

        SuggestPrinter.Write(call.Out, taken, figure);
        return ExitCode.Clean;
    }

    private static SuggestReport Find(Call call, CaseFolder folder, BuiltCase built, IReadOnlyList<string> drafts, int limit, bool confidential)
    {
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql), Patience);
        var options = new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, ShowConfidential = confidential, Clock = call.Clock };
        return CaseSuggestions.Find(folder, built, drafts, tables, options, limit, call.Stop);
    }

    /// <summary>What is to be taken.</summary>
    private sealed record Taking(string? Figure, int? Number, string? Id, bool Write)
    {
        public bool IsAsked => Number is not null || Id is not null || Write;
    }
}
