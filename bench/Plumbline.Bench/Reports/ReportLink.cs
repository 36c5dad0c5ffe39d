using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Bench.Reports;

/// <summary>A figure of a published report that a claim stands behind, with the verdict that a person finds by hand.</summary>
internal sealed record ReportLink(string Language, string Claim, string Before, string Text, string After, string Verdict, int Which, int Of)
{
    /// <summary>Reads <c>places.txt</c>: a row a link, cells parted by bars.</summary>
    public static IReadOnlyList<ReportLink> Read(string path) =>
        [.. Rows(path).Select(f =>
        {
            var place = (f.Length > 6 ? f[6] : "1/1").Split('/').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return new ReportLink(f[0], f[1], f[2], f[3], f[4], f[5], place[0], place[1]);
        })];

    /// <summary>The report with all its links put in.</summary>
    /// <exception cref="InvalidDataException">A place is not there as often as is said: another edition of the report.</exception>
    public static string Link(string report, IEnumerable<ReportLink> links)
    {
        foreach (var (link, start, end) in links.Select(l => l.Find(report)).OrderByDescending(l => l.Start))
        {
            report = report.Insert(end, $"](claim:{link.Claim})").Insert(start, "[");
        }

        return report;
    }

    /// <summary>Rows of a file of cells parted by bars, without comments.</summary>
    internal static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|').Select(f => f.Trim()).ToArray());

    private (ReportLink Link, int Start, int End) Find(string report)
    {
        var pattern = (Before.Length > 0 ? Regex.Escape(Before) + @"\s*" : "") + "(" + Regex.Escape(Text) + ")" + (After.Length > 0 ? @"\s*" + Regex.Escape(After) : @"(?!\w)");
        var found = Regex.Matches(report, pattern, RegexOptions.CultureInvariant);
        if (found.Count != Of)
        {
            throw new InvalidDataException($"{Language} {Claim}: in {found.Count} places, not in {Of}.");
        }

        var figure = found[Which - 1].Groups[1];
        return (this, figure.Index, figure.Index + figure.Length);
    }
}
