using System.Globalization;
using System.Text;

namespace Plumbline.Claims.Figures.Accuracy;

/// <summary>Writes a comparison as a page of Markdown.</summary>
public static class FigureAccuracyPage
{
    /// <summary>The page of several sets of labels.</summary>
    public static string Write(IReadOnlyList<(string Title, FigureAccuracy Accuracy)> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var page = new StringBuilder();
        page.Append("""
            # Accuracy of figures

            Written by a command; do not edit. What was read by hand stands beside this page (offsets, kinds and values, never words).

            A figure is *found* when what was read overlaps what a reader labelled. *Recall* is the share of the reader's figures
            that were found, *precision* the share of what was read that the reader has, *value* the share of those found with a value
            whose relation and value are both right, *kind* the share of those found whose kind is right. Rules were written after looking at the faults of
            half A; those of half B were not looked at. Where readers may differ (scores, headings, marks) nothing is counted.


            """);
        foreach (var (title, accuracy) in sets)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{accuracy.Texts} {(accuracy.Texts == 1 ? "text" : "texts")}.\n\n");
            page.Append("| figures | labelled | recall | precision | value right | kind right |\n| --- | ---: | --- | --- | --- | --- |\n");
            foreach (var tally in accuracy.Backed.Concat(accuracy.All))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {tally.Name} | {tally.Labelled} | {Part(tally.Found, tally.Labelled)} | {Part(tally.Right, tally.Read)} | {Part(tally.ValueRight, tally.Valued)} | {Part(tally.KindRight, tally.Found)} |\n");
            }

            page.Append("\nFaults, by offset:\n\n");
            foreach (var group in accuracy.Faults.GroupBy(f => f.Fault).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"- {group.Key}: {string.Join(", ", group.OrderBy(f => f.Text, StringComparer.Ordinal).ThenBy(f => f.Offset).Select(f => accuracy.Texts == 1 ? $"{f.Offset}" : $"{f.Text}:{f.Offset}"))}\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static string Part(int part, int whole) => whole == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{(decimal)part / whole:0.000}, {part} of {whole}");
}
