using System.IO.Compression;
using System.Text;
using Plumbline.Evidence;
using Plumbline.Review.Sheets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Review.Sheets;

public sealed class SheetFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new("листы");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_cell_is_text_and_comes_back_as_it_was()
    {
        string[] hostile = ["=1+1", "+7 900", "-5", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "007701234567", "5-1/2022", "2016-06-10", "_x0041_", "<a>&\"'", " два  пробела ", "строка\nвторая"];
        var file = Read(Written(hostile));
        Assert.Equal(hostile, file.Tables.Single().Rows.Single().Cells);
        using var zip = ZipFile.OpenRead(folder["a.xlsx"]);
        var xml = string.Concat(zip.Entries.Where(e => e.FullName.Contains("sheet", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("inlineStr", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_acts_on_a_screen_or_can_not_stand_in_xml_is_replaced() =>
        Assert.Equal("a\uFFFDb\uFFFD\uFFFD\nё", CellText.Shown("a\u0000b\u202E\uD800\nё"));

    [Fact]
    public void Csv_is_read_as_spreadsheets_write_it()
    {
        File.WriteAllBytes(folder["a.csv"], CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("файл;исход\r\n\"а;б\";штраф\r\n\r\nв;арест\r\n"));
        var rows = Read("a.csv").Tables.Single().Rows;
        Assert.Equal(["файл|исход", "а;б|штраф", "в|арест"], rows.Select(r => string.Join('|', r.Cells)));
        Assert.Equal([1, 2, 4], rows.Select(r => r.Number));
        File.WriteAllText(folder["b.csv"], "a,b\n1,\"x\ny\"\n", new UTF8Encoding(true));
        Assert.Equal(["a|b", "1|x\ny"], Read("b.csv").Tables.Single().Rows.Select(r => string.Join('|', r.Cells)));
    }

    [Fact]
    public void What_is_no_workbook_is_refused_with_a_reason()
    {
        File.WriteAllText(folder["a.xlsx"], "PK, but no ZIP");
        Assert.Equal("REV032", Assert.Throws<UsageException>(() => Read("a.xlsx")).Code);
        using (var zip = ZipFile.Open(folder["b.xlsx"], ZipArchiveMode.Create))
        {
            zip.CreateEntry("nothing.txt");
        }

        Assert.Equal("REV032", Assert.Throws<UsageException>(() => Read("b.xlsx")).Code);
        Assert.Equal("REV030", Assert.Throws<UsageException>(() => Read("c.xlsx")).Code);
        var whole = File.ReadAllBytes(folder[Written(["a", "b"], "d.xlsx")]);
        for (var cut = 1; cut < whole.Length; cut += 97)
        {
            File.WriteAllBytes(folder["cut.xlsx"], whole[..^cut]);
            Assert.Throws<UsageException>(() => Read("cut.xlsx"));
        }
    }

    [Theory]
    [InlineData("fine", Status.Stated, "fine")]
    [InlineData("koap:20.2:1; koap:20.2:5", Status.Stated, "koap:20.2:1|koap:20.2:5")]
    [InlineData("Not stated", Status.NotStated, "")]
    [InlineData("неприменимо", Status.NotApplicable, "")]
    [InlineData("неясно: fine; arrest", Status.Unclear, "fine|arrest")]
    [InlineData("unclear", Status.Unclear, "")]
    public void A_cell_says_a_value_or_what_stands_in_its_place(string cell, Status status, string values)
    {
        var (read, found) = SheetWords.Own.Read(cell, isList: true);
        Assert.Equal((status, values), (read, string.Join('|', found)));
    }

    [Fact]
    public void A_map_tells_all_its_faults_at_once()
    {
        File.WriteAllText(folder["map.yaml"], "match: {file: Файл}\nvariables: {outcome: {col: Исход}, video: Видео}\nevidence: maybe\n");
        var problems = Assert.Throws<UsageException>(() => CodingMap.Read(folder["map.yaml"])).Problems;
        Assert.True(problems.Count >= 2, string.Join("; ", problems.Select(p => p.Sentence)));
        Assert.All(problems, p => Assert.True(p.Place.Line > 0));
    }

    [Fact]
    public void A_file_of_others_is_read_apart_and_comes_out_the_same()
    {
        foreach (var name in new[] { Written(["=1+1", "_x0041_", "", "строка\nвторая"]), "a.csv" })
        {
            File.WriteAllText(folder["a.csv"], "a,b\n1,\"x\ny\"\n");
            var (own, apart) = (SheetFile.ReadOwn(folder[name]), SheetFile.Read(folder[name], TestCase.Hidden("sheet-worker"), TestContext.Current.CancellationToken));
            Assert.Equal(own.Sha256, apart.Sha256);
            Assert.Equal(own.Tables.SelectMany(t => t.Rows.Select(r => $"{t.Name} {r.Number} {string.Join('|', r.Cells)}")), apart.Tables.SelectMany(t => t.Rows.Select(r => $"{t.Name} {r.Number} {string.Join('|', r.Cells)}")));
        }

        File.WriteAllText(folder["b.xlsx"], "PK, but no ZIP");
        Assert.Equal("REV032", Apart("b.xlsx"));
        File.WriteAllBytes(folder["c.xlsx"], File.ReadAllBytes(folder["a.xlsx"])[..^200]);
        Assert.Equal("REV032", Apart("c.xlsx"));
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_ends_its_reader_and_nothing_else()
    {
        // 270 MB of one letter in 260 KB: as many characters as a part may have, and more than the reader's memory.
        using (var zip = ZipFile.Open(folder["bomb.xlsx"], ZipArchiveMode.Create))
        using (var whole = ZipFile.OpenRead(folder[Written(["a"], "whole.xlsx")]))
        {
            foreach (var entry in whole.Entries)
            {
                using var from = new StreamReader(entry.Open());
                var xml = from.ReadToEnd();
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                var at = xml.IndexOf(">a<", StringComparison.Ordinal) + 1;
                to.Write(Encoding.UTF8.GetBytes(xml[..Math.Max(at, 0)]));
                var filler = Enumerable.Repeat((byte)'a', 1 << 20).ToArray();
                for (var i = 0; at > 0 && i < 270; i++)
                {
                    to.Write(filler);
                }

                to.Write(Encoding.UTF8.GetBytes(xml[Math.Max(at, 0)..]));
            }
        }

        Assert.True(new FileInfo(folder["bomb.xlsx"]).Length < 4 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("REV064", Apart("bomb.xlsx"));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 << 20);
        Assert.NotEmpty(SheetFile.Read(folder["whole.xlsx"], TestCase.Hidden("sheet-worker"), TestContext.Current.CancellationToken).Tables);
    }

    [Fact]
    public void A_reader_that_ends_is_told_of_and_enters_nothing()
    {
        Written(["a"]);
        Assert.Equal("REV064", Assert.Throws<UsageException>(() => SheetFile.Read(folder["a.xlsx"], TestCase.Hidden("no-such-verb"))).Code);
    }

    private string Apart(string name) => Assert.Throws<UsageException>(() => SheetFile.Read(folder[name], TestCase.Hidden("sheet-worker"))).Code;

    private string Written(IReadOnlyList<string> cells, string name = "a.xlsx")
    {
        using var stream = new FileStream(folder[name], FileMode.Create, FileAccess.ReadWrite);
        XlsxWriter.Write(stream, [new XlsxSheet("codings", [.. cells.Select(_ => 20.0)], [[.. cells.Select(c => new XlsxCell(c))]])]);
        return name;
    }

    private SheetFile Read(string name) => SheetFile.ReadOwn(folder[name]);
}
