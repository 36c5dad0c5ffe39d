using Plumbline.Evidence;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Plumbline.Ingest.Pdf;

/// <summary>PDF with a text layer. Pages that only show pictures, and glyphs that no font explains, make the text not whole.</summary>
internal sealed class PdfReader : IDocumentReader
{
    public string Name => "pdf/1";

    public ReadDocument Read(in ReadInput input)
    {
        try
        {
            using var document = PdfDocument.Open(
                input.Bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, ClipPaths = false });
            return new Reading(input, Name).Of(document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentReaders.Nothing(input, IngestProblems.Encrypted(input));
        }
    }

    private sealed class Reading(ReadInput input, string name)
    {
        private readonly List<Problem> problems = [];
        private readonly BlockText text = new(input.WithOrigin);
        private readonly List<List<PageLine>> pages = [], turned = [];
        private int pictures, broken;
        private long glyphs, unmapped;

        public ReadDocument Of(PdfDocument document)
        {
            var count = Math.Min(document.NumberOfPages, ReadLimits.Pages);
            var to = new PdfText(text);
            for (var number = 1; number <= count; number++)
            {
                to.StartPage();
                Page(document, number, to);
            }

            RunningLines.Remove(pages);
            for (var i = 0; i < pages.Count; i++)
            {
                foreach (var column in PageColumns.Of(pages[i]))
                {
                    to.Write(column);
                }

                to.Write(turned[i]);
            }

            to.End();
            return new ReadDocument
            {
                Document = input.Document, Reader = name, PageStarts = to.PageStarts, Problems = Problems(document.NumberOfPages),
                Text = new SourceText
                {
                    Document = input.Document, Reader = name, Text = text.ToString(), Blocks = text.Blocks, Origin = text.Origin, Boxes = to.Boxes,
                    Title = Title(document), IsWhole = pictures == 0 && broken == 0 && unmapped * 50 <= glyphs && !text.IsCut && count == document.NumberOfPages,
                },
            };
        }

        private void Page(PdfDocument document, int number, PdfText to)
        {
            List<Glyph> upright = [], other = [];
            try
            {
                var page = document.GetPage(number);
                var letters = page.Letters;
                if (input.WithOrigin)
                {
                    to.Keep(number, letters);
                }

                for (var i = 0; i < letters.Count && i < ReadLimits.GlyphsOfPage; i++)
                {
                    var glyph = Glyph.Of(letters[i], i);
                    unmapped += IsUnmapped(glyph.Value) ? 1 : 0;
                    (letters[i].TextOrientation is TextOrientation.Horizontal or TextOrientation.Other ? upright : other).Add(glyph);
                }

                glyphs += letters.Count;
                pictures += letters.Count == 0 && page.NumberOfImages > 0 ? 1 : 0;
            }
            catch (Exception e) when (e is not (OutOfMemoryException or PdfDocumentEncryptedException))
            {
                broken++;
                if (broken <= ReadLimits.ProblemsOfAKind)
                {
                    problems.Add(IngestProblems.BrokenPage(input, number, e));
                }
            }

            // A page that lies on its side is read as it is turned; a turned remark on an upright page comes after it.
            var (first, second) = upright.Count >= other.Count ? (upright, other) : (other, upright);
            pages.Add(PageLines.Of(number, first));
            turned.Add(PageLines.Of(number, second));
        }

        private List<Problem> Problems(int count)
        {
            if (pictures > 0)
            {
                problems.Add(IngestProblems.NoTextLayer(input, pictures, count));
            }
            else if (text.Length == 0)
            {
                problems.Add(IngestProblems.NoText(input));
            }

            if (unmapped * 50 > glyphs)
            {
                problems.Add(IngestProblems.UnmappedGlyphs(input, unmapped, glyphs));
            }

            if (count > ReadLimits.Pages)
            {
                problems.Add(IngestProblems.Cut(input, $"it has more than {ReadLimits.Pages} pages"));
            }

            if (text.IsCut)
            {
                problems.Add(IngestProblems.Cut(input, $"it is longer than {ReadLimits.TextLength} characters"));
            }

            return problems;
        }

        private static string? Title(PdfDocument document)
        {
            try
            {
                return string.IsNullOrWhiteSpace(document.Information.Title) ? null : document.Information.Title;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return null;
            }
        }

        // No character, the replacement character, or one of the private area where symbol fonts live.
        private static bool IsUnmapped(string value) => value.Length == 0 || value[0] is '\0' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF');
    }
}
