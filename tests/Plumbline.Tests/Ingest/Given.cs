using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Plumbline.Evidence;
using Plumbline.Ingest;

namespace Plumbline.Tests.Ingest;

/// <summary>Files made for a test, and what the readers make of them in this process.</summary>
internal static partial class Given
{
    static Given() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    public static ReadDocument Read(byte[] bytes, string name = "file", bool withOrigin = false) =>
        DocumentReaders.Read(bytes, DocumentId.Of(bytes), name, withOrigin);

    public static ReadDocument Html(string html, bool withOrigin = false) => Read(Encoding.UTF8.GetBytes("<!doctype html>" + html), "page.html", withOrigin);

    public static ReadDocument Text(string text, bool withOrigin = false) => Read(Encoding.UTF8.GetBytes(text), "text.txt", withOrigin);

    public static SourceTable Csv(string text, string name = "table.csv") => Assert.Single(Read(Encoding.UTF8.GetBytes(text), name).Tables);

    public static byte[] Fixture(string name, [CallerFilePath] string file = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(file)!, "Fixtures", name));

    public static byte[] Docx(string body, params (string Name, string Xml)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            (string, string)[] all = [("word/document.xml", Wordprocessing("document", $"<w:body>{body}</w:body>")), .. parts];
            foreach (var (name, xml) in all)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }
        }

        return stream.ToArray();
    }

    public static string Wordprocessing(string root, string content) =>
        $"<w:{root} xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{content}</w:{root}>";

    /// <summary>The bytes that a span came from, decoded, without tags, references and double white space.</summary>
    public static string Original(byte[] bytes, SourceText text, TextSpan span, Encoding encoding)
    {
        var origin = text.OriginOf(span)!.Value;
        var decoded = encoding.GetString(bytes, (int)origin.OriginalStart, origin.OriginalLength);
        return Flat(System.Net.WebUtility.HtmlDecode(Tag().Replace(decoded, "")));
    }

    public static string Flat(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Space();
}
