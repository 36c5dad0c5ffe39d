using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plumbline.Bench.WholeRun;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;

namespace Plumbline.Bench.Drafts;

/// <summary>"draft [PAGES] [--page FILE]": a long invented draft read in each form, with all its figures (docs/benchmarks.md).</summary>
internal static class DraftMeasure
{
    private const int FiguresOfPage = 40;

    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(10);

    public static void Run(IReadOnlyList<string> words)
    {
        var pages = words.Count > 0 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var said) ? said : 500;
        var draft = LongDraft.Of(pages, FiguresOfPage);
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"### A draft of {pages} pages\n\nInvented prose, half English, half Russian: {draft.Words:#,0} words, {draft.Figures:#,0} figures written, every fourth in a link. Each form read once in a process that has read no other ");
        table.Append(CultureInfo.InvariantCulture, $"draft before it but the one above, {Environment.ProcessorCount} processors.\nGoal: {Goal.TotalSeconds:0} s.\n\n");
        table.Append("| form | file | draft read | figures read | together | times the goal | figures found |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (name, bytes) in new (string, byte[])[] { ("draft.md", draft.Markdown()), ("draft.docx", draft.Docx()), ("draft.html", draft.Html()), ("draft.txt", draft.PlainText()) })
        {
            var watch = Stopwatch.StartNew();
            var read = DraftReader.Read(name, bytes);
            var first = watch.Elapsed;
            var figures = DraftFigure.Of(read).Count;
            var all = watch.Elapsed;
            table.Append(CultureInfo.InvariantCulture, $"| {name[6..]} | {bytes.Length / 1024.0 / 1024:0.0} MiB | {first.TotalSeconds:0.00} s | {(all - first).TotalSeconds:0.00} s | {all.TotalSeconds:0.00} s | {Goal / all:0.0} | {figures:#,0} |\n");
        }

        Console.Write(table);
        if (words.Index().FirstOrDefault(w => w.Item == "--page") is { Item: not null } flag && flag.Index + 1 < words.Count)
        {
            Figures.Replace(words[flag.Index + 1], $"draft-{pages}", table.ToString());
        }
    }
}
