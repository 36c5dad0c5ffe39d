using System.Globalization;
using System.IO.Compression;
using System.Text;
using Plumbline.Invented;

namespace Plumbline.Bench.Drafts;

/// <summary>A long invented draft, half English and half Russian, in the forms that drafts come in. The same each time; every fourth figure has a link.</summary>
internal sealed class LongDraft
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly List<List<Piece>> paragraphs = [];

    private LongDraft()
    {
    }

    /// <summary>Words in it.</summary>
    public int Words => paragraphs.Sum(p => p.Sum(s => s.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));

    /// <summary>Figures that were written, each a number with its hedge and noun.</summary>
    public int Figures { get; private set; }

    /// <summary>Prose of so many pages of about 450 words, each with so many figures.</summary>
    public static LongDraft Of(int pages, int figures, long seed = 1)
    {
        var draft = new LongDraft();
        for (var page = 0; page < pages; page++)
        {
            var dice = new InventedDice(seed, page);
            var isRussian = page % 2 == 1;
            for (var written = 0; written < figures;)
            {
                var paragraph = new List<Piece>();
                for (var sentence = 0; sentence < 4; sentence++)
                {
                    for (var clause = 0; clause < 2 && written < figures; clause++, written++)
                    {
                        paragraph.Add(new(dice.Pick(isRussian ? LongDraftWords.RussianStarts : LongDraftWords.EnglishStarts), null));
                        var figure = LongDraftWords.Figure(ref dice, isRussian);
                        paragraph.Add(new(figure, draft.Figures++ % 4 == 0 ? $"claim-{draft.Figures % 200}" : null));
                        paragraph.Add(new(clause == 0 ? isRussian ? ", а " : ", and " : ". ", null));
                    }

                    paragraph.Add(new(dice.Pick(isRussian ? LongDraftWords.RussianRest : LongDraftWords.EnglishRest), null));
                }

                draft.paragraphs.Add(paragraph);
            }
        }

        return draft;
    }

    public byte[] Markdown() => Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs.Select(p => string.Concat(p.Select(s => s.Claim is null ? s.Text : $"[{s.Text}](claim:{s.Claim})")))));

    public byte[] PlainText() => Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs.Select(p => string.Concat(p.Select(s => s.Text)))));

    public byte[] Html() => Encoding.UTF8.GetBytes($"<!doctype html><meta charset=\"utf-8\"><title>Invented</title><body>{string.Concat(paragraphs.Select(p => $"<p>{string.Concat(p.Select(s => s.Claim is null ? s.Text : $"<a href=\"claim:{s.Claim}\">{s.Text}</a>"))}</p>\n"))}</body>");

    /// <summary>A Word file with a hyperlink field for each link and a run for each piece, as editors write them.</summary>
    public byte[] Docx()
    {
        static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
        static string Piece(Piece s) => s.Claim is null ? Run(s.Text)
            : $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> HYPERLINK \"https://claim.invalid/{s.Claim}\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(s.Text)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        using var stream = new MemoryStream();
        using (var file = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Put(file, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Put(file, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Put(file, "word/document.xml", $"<w:document {Word}><w:body>{string.Concat(paragraphs.Select(p => $"<w:p>{string.Concat(p.Select(Piece))}</w:p>"))}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    private static void Put(ZipArchive file, string name, string text)
    {
        using var part = new StreamWriter(file.CreateEntry(name).Open(), new UTF8Encoding(false));
        part.Write(string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}"));
    }

    private sealed record Piece(string Text, string? Claim);
}
