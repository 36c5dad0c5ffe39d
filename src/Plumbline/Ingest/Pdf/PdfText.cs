using System.Text;
using Plumbline.Evidence;
using UglyToad.PdfPig.Content;

namespace Plumbline.Ingest.Pdf;

/// <summary>
/// Writes the lines of a PDF as paragraphs. A line goes on the paragraph when the line before left no room for its first
/// word, and neither indent, gap nor size say that something new starts; so it does over the end of a page.
/// </summary>
internal sealed class PdfText(BlockText text)
{
    // After these a hyphen at a line end is part of the word.
    private static readonly string[] HyphenatedEnds = ["то", "либо", "нибудь", "ка", "таки", "де", "с"];
    private static readonly string[] HyphenatedStarts = ["кое", "кой", "по", "во", "в", "из", "вице", "экс", "обер", "унтер", "non", "self", "co"];
    private readonly List<PageBox> boxes = [];
    private readonly Dictionary<int, IReadOnlyList<Letter>> letters = [];
    private readonly List<List<PageLine>> notes = [];
    private PageLine? last;
    private double pitch, right, left;

    public List<int> PageStarts { get; } = [];

    public IReadOnlyList<PageBox> Boxes => boxes;

    /// <summary>Glyphs of a page, for their boxes.</summary>
    public void Keep(int page, IReadOnlyList<Letter> of) => letters[page] = of;

    public void StartPage() => PageStarts.Add(-1);

    /// <summary>
    /// Writes a column. Small lines at its foot (footnotes, the address of a site) wait until the paragraph above has
    /// ended, which may be on the next page.
    /// </summary>
    public void Write(List<PageLine> column)
    {
        if (column.Count == 0)
        {
            return;
        }

        var body = column.Count;
        var sizes = column.ConvertAll(l => l.Size);
        sizes.Sort();
        while (body > column.Count / 2 && column[body - 1].Size < 0.85 * sizes[sizes.Count / 2])
        {
            body--;
        }

        var main = body == column.Count ? column : column.GetRange(0, body);
        WriteLines(main);
        if (body < column.Count)
        {
            notes.Add(column.GetRange(body, column.Count - body));
        }
    }

    private void WriteNotes()
    {
        if (notes.Count == 0)
        {
            return;
        }

        var (outer, waiting) = ((pitch, right, left), notes.ToArray());
        notes.Clear();
        last = null;
        foreach (var note in waiting)
        {
            WriteLines(note);
            last = null;
        }

        (pitch, right, left) = outer;
    }

    private void WriteLines(List<PageLine> column)
    {
        (left, right) = (column.Min(l => l.Left), column.Max(l => l.Right));
        pitch = Pitch(column);
        for (var i = 0; i < column.Count; i++)
        {
            if (IsTable(column, i))
            {
                WriteNotes();
                text.Begin(BlockKind.TableRow);
                Glyphs(column[i], asCells: true);
                text.End();
                last = null;
                continue;
            }

            if (last is null || StartsBlock(last, column[i]))
            {
                WriteNotes();
                text.Begin(IsHeading(column, i) ? BlockKind.Heading : BlockKind.Paragraph);
            }
            else
            {
                JoinLines(column[i]);
            }

            Glyphs(column[i], asCells: false);
            last = column[i];
        }
    }

    public void End()
    {
        WriteNotes();
        text.End();
        Fill();
        var at = text.Length;
        for (var i = PageStarts.Count - 1; i >= 0; i--)
        {
            at = PageStarts[i] = PageStarts[i] < 0 ? at : Math.Min(PageStarts[i], at);
        }

        if (PageStarts.Count > 0)
        {
            PageStarts[0] = 0;
        }
    }

    private bool StartsBlock(PageLine before, PageLine line)
    {
        if (Math.Abs(before.Size - line.Size) > 0.15 * line.Size)
        {
            return true;
        }

        var isNewPage = before.Page != line.Page;
        var drop = before.Base - line.Base;
        if (!isNewPage && drop > 0 && drop > Math.Max(1.35 * pitch, 1.1 * line.Size))
        {
            return true;
        }

        var isIndented = line.Left > left + (0.8 * line.Size);
        var beforeIsIndented = before.Left > left + (0.8 * line.Size) && !isNewPage;
        if (isIndented && !(beforeIsIndented && Math.Abs(before.Left - line.Left) < 0.8 * line.Size))
        {
            return true;
        }

        var room = right - before.Right;
        return !isNewPage && drop > 0 ? room > line.FirstWord + (0.5 * line.Size) : before.Glyphs[^1].Value is [.. , '.' or '!' or '?' or ':' or ';'];
    }

    private static double Pitch(List<PageLine> column)
    {
        List<double> drops = [];
        for (var i = 1; i < column.Count; i++)
        {
            if (column[i - 1].Base - column[i].Base is > 1 and var drop && Math.Abs(column[i - 1].Size - column[i].Size) < 0.15 * column[i].Size)
            {
                drops.Add(drop);
            }
        }

        drops.Sort();
        return drops.Count == 0 ? 2 * column[0].Size : drops[drops.Count / 2];
    }

    // A row has a neighbour whose cells start at the same places.
    private static bool IsTable(List<PageLine> column, int i) => column[i].Cells.Count > 0
        && ((i > 0 && AreAligned(column[i - 1], column[i])) || (i + 1 < column.Count && AreAligned(column[i], column[i + 1])));

    private static bool AreAligned(PageLine a, PageLine b) => b.Cells.Count > 0 && a.Cells.Count > 0 && a.Page == b.Page
        && a.Cells.Exists(x => b.Cells.Exists(y => Math.Abs(a.Glyphs[x].Left - b.Glyphs[y].Left) < 0.6 * a.Size));

    private bool IsHeading(List<PageLine> column, int i)
    {
        var line = column[i];
        var isCentred = Math.Abs(line.Left - left - (right - line.Right)) < line.Size && line.Left - left > 3 * line.Size;
        var letters = 0;
        foreach (var glyph in line.Glyphs)
        {
            letters += glyph.Value.Length > 0 && char.IsLetter(glyph.Value[0]) ? 1 : 0;
        }

        return isCentred && column.Count > 3 && letters > 2;
    }

    private void JoinLines(PageLine line)
    {
        if (text.Last is '-' or '\u00AD' or '\u2010' && last!.Glyphs.Count > 1 && line.Glyphs[0].Value is [var next, ..])
        {
            var before = LastWord();
            if (text.Last == '\u00AD' || (char.IsLower(next) && before.Length > 0 && char.IsLetter(before[^1]) && !IsHyphenated(before, line)))
            {
                text.RemoveLast();
                return;
            }

            if (before.Length > 0)
            {
                return; // "Волго-" "Вятского": the hyphen stays, and no space comes after it
            }
        }

        text.Add(' ');
    }

    private static bool IsHyphenated(string before, PageLine line)
    {
        var word = new StringBuilder();
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.Value is not [var c, ..] || !char.IsLetter(c))
            {
                break;
            }

            word.Append(c);
        }

        return HyphenatedEnds.Contains(word.ToString(), StringComparer.Ordinal) || HyphenatedStarts.Contains(before.ToLowerInvariant(), StringComparer.Ordinal);
    }

    // The word before the hyphen at the end of the line before.
    private string LastWord()
    {
        var glyphs = last!.Glyphs;
        var from = glyphs.Count - 1;
        while (from > 0 && glyphs[from - 1].Value is [var c, ..] && char.IsLetterOrDigit(c) && !(from < glyphs.Count - 1 && last.HasSpaceBefore(from)))
        {
            from--;
        }

        return string.Concat(glyphs.GetRange(from, glyphs.Count - 1 - from).Select(g => g.Value));
    }

    private void Glyphs(PageLine line, bool asCells)
    {
        var cell = 0;
        for (var i = 0; i < line.Glyphs.Count; i++)
        {
            var glyph = line.Glyphs[i];
            if (cell < line.Cells.Count && line.Cells[cell] == i)
            {
                cell++;
                text.Add(asCells ? '\t' : ' ');
            }
            else if (i > 0 && line.HasSpaceBefore(i))
            {
                text.Add(' ');
            }

            if (glyph.IsSpace)
            {
                if (text.Last is not (' ' or '\t' or '\0') && !(cell < line.Cells.Count && StartsCell(line, i, line.Cells[cell])))
                {
                    Put(" ", glyph, line.Page);
                }
            }
            else
            {
                Put(glyph.Value, glyph, line.Page);
            }
        }
    }

    private static bool StartsCell(PageLine line, int space, int cell)
    {
        while (space < cell && line.Glyphs[space].IsSpace)
        {
            space++;
        }

        return space == cell;
    }

    private void Put(string value, in Glyph glyph, int page)
    {
        if (page >= 1 && PageStarts[page - 1] < 0)
        {
            PageStarts[page - 1] = text.Length;
        }

        Span<char> characters = stackalloc char[Math.Min(value.Length, 16)];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = char.IsControl(value[i]) ? ' ' : value[i];
        }

        if (!text.WithOrigin)
        {
            foreach (var c in characters)
            {
                text.Add(c);
            }

            return;
        }

        Fill();
        text.Add(characters, glyph.Ordinal, 1, page);
        var box = letters[page][glyph.Ordinal].BoundingBox;
        while (boxes.Count < text.Length)
        {
            boxes.Add(new PageBox(page, (float)box.Left, (float)box.Bottom, (float)box.Right, (float)box.Top));
        }
    }

    // Characters that no page shows (the empty line between blocks) have no box.
    private void Fill()
    {
        if (text.WithOrigin && boxes.Count > text.Length)
        {
            boxes.RemoveRange(text.Length, boxes.Count - text.Length);
        }

        while (text.WithOrigin && boxes.Count < text.Length)
        {
            boxes.Add(default);
        }
    }
}
