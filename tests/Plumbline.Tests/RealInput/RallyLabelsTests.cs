using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cli;
using Plumbline.Evidence;
using Plumbline.Pipeline.Sheets;
using Plumbline.Review.Sheets;
using Plumbline.Tests.Pipeline;
using Plumbline.Tests.Pipeline.Sheets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>Labels that a person gave to real rulings, as an old review's workbook, taken in by a map onto the real texts.</summary>
public sealed class RallyLabelsTests
{
    private const string Map = """
        sheet: Разметка
        match: {file: файл}
        variables:
          outcome: {column: исход, quote: слова об исходе}
          fine_rub: {column: штраф, quote: слова о штрафе}
          arrest_days: арест
          work_hours: работы
          admits: вина
          provisions: {column: статьи}
          police_report: {column: рапорт}
          video_evidence: {column: видео, quote: слова о видео}
        not_stated: ["нет"]
        read_whole: "yes"
        evidence: none-with-note
        note: Labels of one careful reader.
        shown: nothing
        """;

    [Fact]
    public void Labels_of_an_old_review_come_onto_the_real_texts()
    {
        var folder = Corpus.Path("rally-rulings");
        var labels = File.ReadLines(Path.Combine(folder, "labels.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        using var given = new TestCase();
        given.CodebookOf("rulings-ru", "rulings");
        given.Give([.. labels.Select(l => l.GetProperty("file").GetString()!).Select(f => (f, File.ReadAllBytes(Path.Combine(folder, "texts", f))))]);
        given.Build();
        var path = given.Beside("review.xlsx");
        WriteOldReview(path, labels);
        File.WriteAllText(given.Beside("map.yaml"), Map);

        var watch = Stopwatch.StartNew();
        var import = new CodingImport(given.Folder, new Plumbline.Custody.JournalOptions { Who = "coder-test" }, TestCase.Hidden("sheet-worker"));
        ImportReport report;
        try
        {
            report = import.Run(path, new ImportOptions { Coder = "careful-reader", Map = given.Beside("map.yaml") });
        }
        catch (UsageException e)
        {
            Assert.Fail(string.Join("\n", e.Problems.Select(p => $"row {p.Place.Line} {p.Code} {p.Sentence[..Math.Min(60, p.Sentence.Length)]}")));
            throw;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var without = report.Entered.Count(d => d.IsWithoutWords);
        var quoted = report.Entered.Count(d => d.Evidence.Any(e => e.Selector is TextSelector));
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"{report.Rows} rows, {report.Entered.Count} codings: {quoted} with words, {without} without; {seconds:0.0} s"));
        Assert.Equal(labels.Count, report.Rows);
        Assert.True(quoted > report.Entered.Count / 3);
        Assert.Empty(given.Import(path, "careful-reader", given.Beside("map.yaml")).Entered);
        given.Build();
        var fines = labels.Count(l => l.GetProperty("outcome").GetString() == "fine");
        var reading = given.Read("SELECT unit_id FROM rulings WHERE outcome = 'fine'");
        Assert.InRange(reading.Confirmed, fines / 2, fines);
        Assert.InRange(fines, (long)reading.Low!.Value.Number!.Value, (long)reading.High!.Value.Number!.Value);
    }

    private static void WriteOldReview(string path, IReadOnlyList<JsonElement> labels)
    {
        string[] heading = ["файл", "исход", "слова об исходе", "штраф", "слова о штрафе", "арест", "работы", "вина", "статьи", "рапорт", "видео", "слова о видео"];
        IEnumerable<IReadOnlyList<XlsxCell>> rows = labels.Select(l =>
        {
            string Text(string name) => l.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "";
            string Quote(string name) => l.GetProperty("evidence").GetProperty(name).GetString() ?? "";
            string YesNo(string name) => l.GetProperty(name).GetBoolean() ? "yes" : "no";
            string[] cells =
            [
                Text("file"), Text("outcome"), Quote("outcome"), Text("fine_rub"), Quote("fine_rub"), Text("arrest_days"), Text("work_hours"),
                Text("admits"), string.Join("; ", l.GetProperty("provisions").EnumerateArray().Select(p => p.GetString())), YesNo("police_report_evidence"), YesNo("video_evidence"), Quote("video_evidence"),
            ];
            return (IReadOnlyList<XlsxCell>)[.. cells.Select(c => new XlsxCell(c))];
        });
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        XlsxWriter.Write(stream, [new XlsxSheet("Разметка", [20], rows.Prepend([.. heading.Select(h => new XlsxCell(h))]))]);
    }
}
