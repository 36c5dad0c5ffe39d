using System.Globalization;
using BenchmarkDotNet.Running;
using Plumbline.Bench;
using Plumbline.Bench.Claims;
using Plumbline.Bench.Drafts;
using Plumbline.Bench.Kills;
using Plumbline.Bench.Next;
using Plumbline.Bench.Pages;
using Plumbline.Bench.Previews;
using Plumbline.Bench.Reports;
using Plumbline.Bench.Sections;
using Plumbline.Bench.Suggestions;
using Plumbline.Bench.WholeRun;

// "whole-run": the whole way through the built program (see bench/whole-run). "invent DIR COUNT BYTES": its files alone.
// "pages CASE": the app's pages in a case that is there (see bench/pages).
// "previews CASE": previews of rules in a case that is there (docs/benchmarks.md).
// "kills [COUNT]": every verb that writes, killed (see bench/kills). "next": what the order of plumb next saves (docs/next.md).
// "claims": 200 claims over many records (see bench/claims).
// "suggestions CASE": how often the right claim is suggested first (docs/accuracy/suggestions.md).
// "sections LABELS": learns and measures the model of sections (docs/accuracy/sections.md).
// "draft [PAGES]": a long invented draft read with its figures (docs/benchmarks.md). "report": a real report checked against its own list (docs/ovdinfo-2012.md).
// "queries [documents]": the token store and the query language on many documents, with a stop watch. Else BenchmarkDotNet.
switch (args)
{
    case ["whole-run", .. var words]:
        WholeRunMeasure.Run(WholeRunOptions.Parse(words));
        break;
    case ["invent", var folder, var count, var bytes]:
        InventedFiles.Write(folder, Number(count), Number(bytes));
        break;
    case ["claims", .. var words]:
        ClaimsMeasure.Run(words);
        break;
    case ["kills", .. var words]:
        return KillMeasure.Run(words);
    case ["queries", ..]:
        QueryMeasure.Run(args.Length > 1 ? Number(args[1]) : 100_000);
        break;
    case ["pages", .. var words]:
        PageMeasure.Run(words);
        break;
    case ["previews", .. var words]:
        PreviewMeasure.Run(words);
        break;
    case ["next", .. var words]:
        NextMeasure.Run(words);
        break;
    case ["suggestions", .. var words]:
        SuggestionMeasure.Run(words);
        break;
    case ["draft", .. var words]:
        DraftMeasure.Run(words);
        break;
    case ["report", .. var words]:
        ReportMeasure.Run(words);
        break;
    case ["sections", var labels]:
        SectionMeasure.Run(labels);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

return 0;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
