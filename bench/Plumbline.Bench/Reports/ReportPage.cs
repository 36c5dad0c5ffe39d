using System.Globalization;
using System.Text;
using Plumbline.Claims;

namespace Plumbline.Bench.Reports;

/// <summary>Writes what a check of the real report found, for an editor: numbers, lines and a few words of a figure, no text of the report.</summary>
internal static class ReportPage
{
    private static readonly CompositeFormat Counted = CompositeFormat.Parse("| {0} | {1} | {2} | {3} | {4} | {5} |\n");

    public static string Write(CheckReport report, string example, (long Stations, long People) stations)
    {
        var reasons = ReportReason.Read(Path.Combine(example, "reasons.txt"));
        var page = new StringBuilder();
        page.Append("""
            # A real report against its own list

            Written by a command; do not edit: `dotnet run --project bench/Plumbline.Bench -- report --page docs/ovdinfo-2012.md`.

            OVD-Info's annual report of 2012 counts detentions at protests in and around Moscow, in English and Russian. Its authors published the list of 228 events behind it, so
            that anybody can count again; few reports can be checked at all. Codebook, claims and places of the figures are in `examples/ovdinfo-2012`; list and texts are not kept here.
            Each verdict was found by hand before it was compared with Plumbline's.

            **How to read it.** *Fails* says that report and list differ, not which of them is right. The list may have been changed after the report was written, an event may stand in it under
            another day or kind, and a word may have been meant otherwise than its claim counts it. Most differences are of one to five events or arrests, or a percentage that was cut off instead of
            rounded. None that we see changes what the report concludes, but for *the majority* below.

            ## Counts

            | report | figures that need backing | told by list or report | hold | fail | can't be told |
            | --- | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var language in ReportCase.Reports.Keys)
        {
            var linked = report.Claims.Where(c => Language(c.Draft) == language).ToList();
            var (needing, left) = (linked.Count(c => c.Figure is { NeedsBacking: true }), report.Unbacked.Count(u => Language(u.Draft) == language));
            page.AppendFormat(CultureInfo.InvariantCulture, Counted, Name(language), needing + left, linked.Count, linked.Count(c => c.Verdict == Verdict.Holds), linked.Count(c => c.Verdict == Verdict.Fails), left);
        }

        page.Append("\nAmong those told are some days, which need no backing.\n\n");
        Failing(page, report, example);
        Apart(page, report, example);
        Untold(page, report, reasons);
        page.Append(CultureInfo.InvariantCulture, $"""

            **The file of police stations** beside the list has {stations.Stations} stations and {stations.People:#,0} people. The report's map has 87 stations and 4,269 people; half of the file's stations lie in other cities. It can't be what
            the map was drawn from, so no claim is made of it: a claim over the wrong file would fail, and say nothing.


            """);
        All(page, report);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Failing(StringBuilder page, CheckReport report, string example)
    {
        page.Append("## What does not hold\n\n| claim | list | report says | it may be that |\n| --- | --- | --- | --- |\n");
        foreach (var cause in ReportLink.Rows(Path.Combine(example, "causes.txt")))
        {
            foreach (var claim in cause[0].Split(", ").Select(id => report.Claims.Where(c => c.Id == id).ToList()).Where(c => c.Any(f => f.Verdict == Verdict.Fails)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {claim[0].Id} | {Value(claim[0])} | {string.Join("; ", claim.GroupBy(c => (Said(c), c.Verdict)).Select(g => $"{Cell(g.First().Text)}{(g.Key.Verdict == Verdict.Holds ? " (holds)" : "")}: {Places(g)}"))} | {cause[1]} |\n");
            }
        }

        page.Append('\n');
    }

    private static void Apart(StringBuilder page, CheckReport report, string example)
    {
        page.Append("""
            ## What contradicts itself

            Found by the check: one claim, stated in two ways (CHK061). At most one of them is right where the list has one number.

            | stated in two ways | first | otherwise |
            | --- | --- | --- |

            """);
        var warned = report.Problems.Where(p => p.Code == "CHK061").Select(p => (p.Place.File, p.Place.Line, p.Place.Column)).ToHashSet();
        foreach (var claim in report.Claims.GroupBy(c => c.Id))
        {
            var other = claim.Where(c => warned.Contains((c.Draft, c.Line, c.Column))).ToList();
            if (other.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {claim.Key} | {Cell(claim.First().Text)}: {Places(claim.Take(1))} | {string.Join("; ", other.GroupBy(Said).Select(g => $"{Cell(g.First().Text)}: {Places(g)}"))} |\n");
            }
        }

        page.Append("\nFound by reading both languages side by side; Plumbline does not see these, since no claim stands behind them or one figure says two things:\n\n| English | Russian or other place | what is apart |\n| --- | --- | --- |\n");
        foreach (var row in ReportLink.Rows(Path.Combine(example, "apart.txt")))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row[1]}: en {row[0]} | {row[3]}: {(row[3].Any(c => c is >= 'а' and <= 'я') ? "ru" : "en")} {row[2]} | {row[4]} |\n");
        }

        page.Append('\n');
    }

    private static void Untold(StringBuilder page, CheckReport report, IReadOnlyList<ReportReason> reasons)
    {
        string Why(UnbackedFigure u) => reasons.FirstOrDefault(r => r.Fits(Language(u.Draft), u.Line, u.Figure.Text))?.Reason ?? "not sorted";
        var sorted = report.Unbacked.ToLookup(Why);
        page.Append("## What the list can't tell\n\n| why | en | ru | lines of the English report |\n| --- | ---: | ---: | --- |\n");
        foreach (var (reason, meaning) in ReportReason.All.Append(("not sorted", "not looked at yet")))
        {
            var (en, ru) = (sorted[reason].Where(u => Language(u.Draft) == "en").ToList(), sorted[reason].Count(u => Language(u.Draft) == "ru"));
            if (en.Count + ru > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {meaning} | {en.Count} | {ru} | {string.Join(", ", en.GroupBy(u => u.Line).Select(g => g.Count() == 1 ? $"{g.Key}" : $"{g.Key} ({g.Count()})"))} |\n");
            }
        }
    }

    private static void All(StringBuilder page, CheckReport report)
    {
        foreach (var (language, file) in ReportCase.Reports)
        {
            page.Append(CultureInfo.InvariantCulture, $"## Every figure that can be told: {Name(language)}\n\n| line | figure | claim | verdict | gives |\n| ---: | --- | --- | --- | --- |\n");
            foreach (var claim in report.Claims.Where(c => Language(c.Draft) == language))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {claim.Line} | {Cell(claim.Text)} | {claim.Id} | {(claim.Verdict == Verdict.Fails ? "**fails**" : claim.Verdict.Word())} | {Value(claim)} |\n");
            }

            page.Append('\n');
        }
    }

    private static string Places(IEnumerable<CheckedClaim> claims) =>
        string.Join(", ", claims.GroupBy(c => Language(c.Draft)).Select(g => $"{g.Key} {string.Join(", ", g.Select(c => c.Line).Distinct())}"));

    private static string Value(CheckedClaim claim) =>
        claim.LowDay is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : claim.Low is { } low ? decimal.Round(low, 2).ToString("#,0.##", CultureInfo.InvariantCulture) : "";

    private static string Said(CheckedClaim claim) => claim.Figure is { } f ? FormattableString.Invariant($"{f.Relation} {f.Low} {f.High} {f.Date}") : "";

    private static string Language(string draft) => Path.GetFileNameWithoutExtension(draft);

    private static string Name(string language) => language == "en" ? "English" : "Russian";

    /// <summary>Few words of a figure in a cell: nothing in them may be taken for markup.</summary>
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);
}
