using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>Files of an adversary through the real command, from ingest to every way of looking at them.</summary>
public sealed class HostileFileTests
{
    private const string Sentence = "The camera saw it in court that day. ";

    private const string Texts = """
        unit: texts
        of: document
        variables:
          seen: {type: yes/no, silence: no, rules: [{value: yes, when: camera}]}
          what: {type: text, rules: [{read: line, at: camera, pick: first}]}
        """;

    private const string Lines = "unit: lines\nof: row\ndocuments: {files: \"*.csv\"}\nvariables:\n  no: {type: text, column: No}\n";

    [Fact]
    public void Hostile_files_cost_themselves_alone_and_nothing_of_them_acts_on_the_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names can't be there");
        using var given = new TestCase("дело; \"№1\" =x");
        given.Codebook("texts", Texts);
        given.Codebook("lines", Lines);
        var source = Path.Combine(given.Folder.Sources, "от них");
        Directory.CreateDirectory(Path.Combine(source, "sub"));
        var texts = PutTexts(source);
        PutOthers(source);
        var root = given.Folder.Root;

        Plain(1, "ingest", root, source);
        Plain(1, "build", root);
        Plain(0, "build", "--json", "--workers", "1", root, "--clean", "--quiet").TryGetProperty("digest", out var digest);
        Assert.Equal(32, digest.GetString()!.Split('-')[0].Length);
        Plain(1, "problems", root);
        Plain(1, "problems", "--json", root);
        foreach (var query in (string[])["camera", "saw w/3 court", "evil", "pwned"])
        {
            Plain(0, "search", root, query);
            Plain(0, "search", "--json", root, query);
        }

        Plain(0, "log", root);
        Plain(0, "log", "--json", root);
        Plain(0, "verify", root);
        var rows = Plain(0, "query", "--json", root, "SELECT unit_id, file FROM texts WHERE seen = 'yes' ORDER BY file");
        Assert.True(rows.GetArrayLength() >= texts, $"{rows.GetArrayLength()} of {texts}");
        foreach (var row in rows.EnumerateArray().Where(r => r.GetProperty("file").GetString()!.Any(c => c is '\x1b' or '\u202e' or '[')))
        {
            Plain(0, "show", root, row.GetProperty("unit_id").GetString()!);
            Plain(0, "show", "--json", root, row.GetProperty("unit_id").GetString()!);
        }

        foreach (var format in (string[])["table", "csv", "json"])
        {
            Plain(0, "query", root, "SELECT file, quote, prefix, suffix, value FROM texts_codings", "--format", format);
            Plain(0, "query", root, "SELECT no AS \"=1\x1b[31m\u202e\" FROM lines", "--format", format);
        }

        var (_, csv, _) = RealCommand.Run("query", root, "SELECT no, -1 AS n FROM lines WHERE file = 'f.csv' ORDER BY row_number() OVER ()", "--format", "csv");
        Assert.DoesNotContain(csv.Split('\n'), l => l.StartsWith('=') || l.StartsWith('@') || l.StartsWith('+'));
        Assert.Contains("'=1+1,-1", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "show", "CASE", "\x1b[31mx")]
    [InlineData(2, "search", "CASE", "\x1b[31m\u202e\"")]
    [InlineData(0, "query", "CASE", "SELECT '\x1b[31m' \u202e")]
    [InlineData(2, "query", "CASE", "SELEKT '\x1b[31m' \u202e")]
    [InlineData(2, "problems", "CASE", "--code", "\x1b[31m", "--\x1b")]
    [InlineData(2, "build", "\x1b[31m\u202e")]
    [InlineData(2, "\x1b[31m")]
    [InlineData(1, "ingest", "CASE", "\x1b[31m\u202e")]
    public void What_somebody_pastes_does_not_act_on_the_terminal(int code, params string[] args)
    {
        using var given = new TestCase();
        given.Codebook("texts", Texts);
        given.Give("a.txt", Sentence);
        given.Build();
        Plain(code, [.. args.Select(a => a == "CASE" ? given.Folder.Root : a)]);
    }

    private static int PutTexts(string folder)
    {
        string[] names =
        [
            "\x1b[31mred\x07.txt", "a\u202egpj.txt", "line\nbreak.txt", "[red]x[-].txt", "=cmd|' calc'!A0.txt", "--json", "-h.txt", "@resp.txt", "..\\..\\x.txt",
            new string('w', 240) + ".txt", "\u200f\u2067.txt", "[bold]", "%s%n.txt", "con.txt", "имя\u0301 .txt ",
        ];
        for (var i = 0; i < names.Length; i++)
        {
            File.WriteAllText(Path.Combine(folder, names[i]), string.Concat(Enumerable.Repeat($"{Sentence}It was number {i}. ", 8)));
        }

        File.WriteAllText(
            Path.Combine(folder, "esc.txt"),
            Sentence + "\x1b[2J\x1b]0;pwned\x07 camera \u202e evil \u009b31m [bold]x[/] camera\n=1+1 camera \u2066pwned \x1b[8m" + Sentence);
        File.WriteAllText(Path.Combine(folder, "long.txt"), string.Concat(Enumerable.Repeat("camera ", 150_000)));
        File.WriteAllText(Path.Combine(folder, "deep.html"), "<html><body>" + string.Concat(Enumerable.Repeat("<div><b>", 30_000)) + Sentence);
        File.WriteAllBytes(Path.Combine(folder, "u16.txt"), Encoding.Unicode.GetBytes(string.Concat(Enumerable.Repeat(Sentence, 30))));
        return names.Length + 3;
    }

    private static void PutOthers(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "f.csv"), "No,n\n=1+1,1\n@x,2\n\x1b[31m\u202e,3\n\"+a\nb\",4\n-2+3,5\n");
        File.WriteAllText(
            Path.Combine(folder, "wide.csv"), string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"c{i}")) + "\n" + new string(',', 99_999) + "\n");
        File.WriteAllText(Path.Combine(folder, "quote.csv"), "No,n\n\"" + new string('x', 1_000_000));
        File.WriteAllBytes(Path.Combine(folder, "empty.txt"), []);
        File.WriteAllBytes(Path.Combine(folder, "zeros.txt"), new byte[100_000]);
        File.WriteAllText(
            Path.Combine(folder, "loop.pdf"),
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R/Size 3/Prev 9>>\nstartxref\n9\n%%EOF");
        using (var zip = ZipFile.Open(Path.Combine(folder, "bomb.docx"), ZipArchiveMode.Create))
        {
            Put(zip, "[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", 1);
            Put(zip, "_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""", 1);
            Put(zip, "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + new string('A', 1 << 20), 257);
            Put(zip, "../../evil.txt", "evil", 1);
        }

        using (var sparse = File.Create(Path.Combine(folder, "sparse.bin")))
        {
            sparse.SetLength((256L << 20) + 1);
        }

        File.CreateSymbolicLink(Path.Combine(folder, "sub", "loop"), "..");
        File.CreateSymbolicLink(Path.Combine(folder, "pw.txt"), "/etc/passwd");
    }

    private static void Put(ZipArchive zip, string name, string text, int times)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        for (var i = 0; i < times; i++)
        {
            writer.Write(text);
        }
    }

    /// <summary>Runs the command: the exit code, no fault of the program itself, nothing that acts on a terminal; JSON where asked for.</summary>
    private static JsonElement Plain(int code, params string[] args)
    {
        var (actual, output, error) = RealCommand.Run(args);
        var shown = string.Join(' ', args.Skip(1).Select(a => a.Length > 40 ? a[..40] : a));
        Assert.True(code == actual || (code == 0 && actual == 1 && args[0] == "build"), $"{args[0]} {shown}: exit {actual}, {error}");
        Assert.DoesNotContain("CLI900", output + error, StringComparison.Ordinal);
        var acts = (output + error).Where(c => c != '\n' && (char.IsControl(c) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))).Distinct().Select(c => $"U+{(int)c:X4}").ToList();
        Assert.True(acts.Count == 0, $"{args[0]} {shown}: {string.Join(' ', acts)}");
        return args.Contains("--json") ? JsonDocument.Parse(output).RootElement : default;
    }
}
