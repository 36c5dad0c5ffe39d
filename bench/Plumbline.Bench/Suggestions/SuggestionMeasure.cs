using System.Globalization;
using System.Text;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Claims.Sql;
using Plumbline.Claims.Suggestions;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Bench.Suggestions;

/// <summary>
/// How good suggestions are, on the drafts of a built case: all links are taken away, and it is counted where the claim that stood behind each figure comes out;
/// once with the claims of the case, once without any, from simple counts alone. And how often something is suggested for the same sentences with random numbers.
/// </summary>
internal static class SuggestionMeasure
{
    private const int Draws = 20, Seed = 5;

    /// <param name="words">A built case, and <c>--plumb FILE</c> (the program).</param>
    public static void Run(IReadOnlyList<string> words)
    {
        var folder = CaseFolder.Open(words[0]);
        var plumb = Path.GetFullPath(words is [_, "--plumb", var path] ? path : Path.Combine("artifacts", "bin", "Plumbline.Cli", "debug", "plumb"));
        using var built = BuiltCase.Open(folder);
        using var tables = new TablesProcess(built.TablesPath, new ChildCommand(plumb, ["sql-worker"]), TimeSpan.FromMinutes(2));
        var options = new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, EvidenceRows = 0 };
        var claims = ClaimsFile.Read(folder.ClaimsYaml);
        var report = CaseCheck.Check(folder, built, [], tables, options);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Units: {string.Join(", ", built.Units.Select(u => $"{u.Value} {u.Key}"))}; {claims.Claims.Count} claims; {report.Claims.Count} figures with a claim.\n\n");
        text.Append("| searched | figures | right one first | among the first three | among five | random numbers for which something is suggested |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (name, file) in new[] { ("claims and counts", claims), ("counts alone", ClaimsFile.Empty) })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var search = CaseSuggestions.Search(folder, built, file, tables, options);
            Console.WriteLine($"{search.Counts} counts in {clock.Elapsed.TotalSeconds:0.0} s");
            text.Append(Row(name, search, Sites(folder, report), file.Claims.Count > 0));
        }

        Console.WriteLine(text);
    }

    /// <summary>Each figure that holds or is open, with its passage as a draft without links has it.</summary>
    private static List<(DraftPassage Passage, Figure Figure, IReadOnlyList<Figure> All, CheckedClaim Checked)> Sites(CaseFolder folder, CheckReport report)
    {
        var sites = new List<(DraftPassage, Figure, IReadOnlyList<Figure>, CheckedClaim)>();
        foreach (var draft in CaseCheck.Drafts(folder, []))
        {
            foreach (var passage in draft.Passages)
            {
                var all = FigureParser.Parse(passage.Text);
                foreach (var figure in all.Where(f => f.NeedsBacking))
                {
                    var span = passage.InFile(figure.Number);
                    var claim = report.Claims.FirstOrDefault(c => c.Draft == draft.File.Name && c.Verdict is Verdict.Holds or Verdict.Open && c.Figure is not null && c.Span.Overlaps(span));
                    if (claim is not null)
                    {
                        sites.Add((passage, figure, all, claim));
                    }
                }
            }
        }

        return sites;
    }

    private static string Row(string name, FigureSearch search, IReadOnlyList<(DraftPassage Passage, Figure Figure, IReadOnlyList<Figure> All, CheckedClaim Checked)> sites, bool byId)
    {
        var dice = new Random(Seed);
        int first = 0, three = 0, five = 0, noise = 0, drawn = 0;
        foreach (var (passage, figure, all, stood) in sites)
        {
            var place = search.Find(figure, passage.Text, all, 5).Suggestions.ToList().FindIndex(s => byId ? s.Claim == stood.Id : s.Kind == stood.Kind && (s.Low, s.High, s.Unread) == (stood.Low, stood.High, stood.Unread));
            first += place == 0 ? 1 : 0;
            three += place is >= 0 and < 3 ? 1 : 0;
            five += place >= 0 ? 1 : 0;
            if (place < 0)
            {
                Console.WriteLine($"missed by {name}: {figure.Text} ({stood.Id}, {figure.Kind})");
            }

            for (var i = 0; i < Draws && figure.Low is > 0; i++)
            {
                var number = figure.Low.Value * (decimal)Math.Pow(2, (2 * dice.NextDouble()) - 1);
                number = figure.Kind == FigureKind.Share || figure.Step <= 0 ? number : Math.Max(figure.Step, Math.Round(number / figure.Step) * figure.Step);
                if (number != figure.Low)
                {
                    drawn++;
                    var other = figure with { Low = number, High = figure.High / figure.Low * number };
                    noise += search.Find(other, passage.Text, all, 1).Suggestions.Count > 0 ? 1 : 0;
                }
            }
        }

        string Of(int n, int of) => of == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{n} of {of} ({100.0 * n / of:0} %)");
        return $"| {name} | {sites.Count} | {Of(first, sites.Count)} | {Of(three, sites.Count)} | {Of(five, sites.Count)} | {Of(noise, drawn)} |\n";
    }
}
