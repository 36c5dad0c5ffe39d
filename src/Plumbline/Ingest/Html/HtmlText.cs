using Plumbline.Evidence;
using Plumbline.Ingest.Charsets;

namespace Plumbline.Ingest.Html;

/// <summary>
/// Writes the text of a page. White space becomes one space, br a line end (two of them a new block), a table of data
/// rows with tabs between cells. A table that only lays the page out is read cell by cell.
/// </summary>
internal sealed class HtmlText(DecodedSource source, HtmlNode[] nodes, HashSet<int> leftOut, BlockText text)
{
    private const int LongestDataCell = 1500;
    private readonly bool bareReturnIsLine = source.Text.Contains('\n', StringComparison.Ordinal);
    private BlockKind kind = BlockKind.Paragraph;
    private bool isOpen, inCell, inPre;
    private (int From, int To) space;
    private int breaks;

    public void Write()
    {
        Children(0);
        text.End();
    }

    /// <summary>Writes one node as a block or blocks of its own.</summary>
    public void Write(int node)
    {
        Node(node);
        Close();
        text.End();
    }

    /// <summary>Writes what is in a node behind what stands in the open block already, all in one line.</summary>
    public void WriteInLine(int node)
    {
        (isOpen, inCell, space, breaks) = (true, true, default, 0);
        Node(node);
        (isOpen, inCell, space) = (false, false, default);
    }

    private void Children(int node)
    {
        for (var i = node + 1; i < nodes[node].End; i = nodes[i].End)
        {
            if (!leftOut.Contains(i))
            {
                Node(i);
            }
        }
    }

    private void Node(int i)
    {
        switch (nodes[i].Element)
        {
            case Element.Text:
                Characters(nodes[i].From, nodes[i].To);
                break;
            case Element.Break:
                Break();
                break;
            case Element.Inline or Element.Link or Element.Title:
                Children(i);
                break;
            case Element.Dropped:
                break;
            case var _ when inCell:
                Space(nodes[i].From, nodes[i].From);
                Children(i);
                Space(nodes[i].From, nodes[i].From);
                break;
            case Element.Table when IsData(i):
                Close();
                Rows(i);
                break;
            default:
                Block(i);
                break;
        }
    }

    private void Block(int i)
    {
        var (outerKind, outerPre) = (kind, inPre);
        Close();
        kind = nodes[i].Element switch
        {
            Element.Heading => BlockKind.Heading,
            Element.ListItem => BlockKind.ListItem,
            Element.Cell or Element.Table => BlockKind.Paragraph,
            _ => kind,
        };
        inPre |= nodes[i].Element == Element.Pre;
        Children(i);
        Close();
        (kind, inPre) = (outerKind, outerPre);
    }

    private void Rows(int node)
    {
        for (var i = node + 1; i < nodes[node].End; i = nodes[i].End)
        {
            switch (nodes[i].Element)
            {
                case Element.Row when nodes[i].Characters > 0:
                    Row(i);
                    break;
                case Element.Row:
                    break;
                case Element.RowGroup:
                    Rows(i);
                    break;
                case var _ when !leftOut.Contains(i):
                    Node(i);
                    Close();
                    break;
            }
        }
    }

    private void Row(int row)
    {
        Close();
        text.Begin(BlockKind.TableRow);
        (isOpen, inCell) = (true, true);
        var cells = 0;
        for (var i = row + 1; i < nodes[row].End; i = nodes[i].End)
        {
            if (nodes[i].Element == Element.Cell && cells++ > 0)
            {
                text.Add('\t');
            }

            space = default;
            Node(i);
        }

        inCell = false;
        Close();
    }

    private bool IsData(int table)
    {
        int rows = 0, cells = 0;
        for (var i = table + 1; i < nodes[table].End; i++)
        {
            switch (nodes[i].Element)
            {
                case Element.Table when nodes[i].Characters > 0:
                case Element.Cell when nodes[i].Characters > LongestDataCell:
                case Element.Heading when nodes[i].Characters > 0:
                    return false;
                case Element.Row:
                    rows += nodes[i].Characters > 0 ? 1 : 0;
                    break;
                case Element.Cell:
                    cells += nodes[nodes[i].Parent].Characters > 0 ? 1 : 0;
                    break;
            }
        }

        return cells > rows;
    }

    private void Break()
    {
        if (inCell)
        {
            Space(0, 0);
        }
        else if (isOpen)
        {
            breaks++;
        }
    }

    private void Close()
    {
        if (isOpen)
        {
            text.End();
        }

        (isOpen, breaks, space) = (false, 0, default);
    }

    private void Space(int from, int to)
    {
        if (isOpen)
        {
            // White space that goes on behind a tag came from its first run.
            space = space.To > space.From ? (space.From, from == space.To ? to : space.To) : to > from ? (from, to) : (-1, -1);
        }
    }

    private void Characters(int from, int to)
    {
        var s = source.Text;
        for (var i = from; i < to;)
        {
            var c = s[i];
            if (c == '&' && CharacterReferences.Read(s.AsSpan(i, to - i), out var length) is { } symbol)
            {
                Put(symbol, i, length);
                i += length;
            }
            else if (c is ' ' or '\n' or '\t' or '\f' or '\r')
            {
                var isReturn = c == '\r' && bareReturnIsLine && (i + 1 == s.Length || s[i + 1] != '\n');
                if ((inPre && (isReturn || c == '\n')) || isReturn)
                {
                    Break();
                }
                else if (inPre && c is ' ' or '\t' && isOpen && breaks == 0)
                {
                    Put(" ", i, 1);
                }
                else
                {
                    Space(i, i + 1);
                }

                i++;
            }
            else
            {
                var units = char.IsHighSurrogate(c) && i + 1 < to && char.IsLowSurrogate(s[i + 1]) ? 2 : 1;
                Put(char.IsControl(c) ? " " : s.AsSpan(i, units), i, units);
                i += units;
            }
        }
    }

    private void Put(ReadOnlySpan<char> characters, int from, int length)
    {
        if (characters.Length > 0 && char.IsControl(characters[0]))
        {
            characters = " ";
        }

        if (!isOpen || (breaks > 1 && !inPre))
        {
            if (characters.IsWhiteSpace())
            {
                return;
            }

            Close();
            text.Begin(kind);
            isOpen = true;
        }

        Separate();
        if (text.WithOrigin)
        {
            var start = source.ByteOffset(from);
            text.Add(characters, start, source.ByteOffset(from + length) - start);
        }
        else
        {
            foreach (var c in characters)
            {
                text.Add(c);
            }
        }
    }

    // What white space and line ends before a character come to.
    private void Separate()
    {
        if (breaks > 0 && text.Last != '\0')
        {
            for (; breaks > 0; breaks--)
            {
                text.Add('\n');
            }
        }
        else if (space != default && text.Last is not ('\0' or '\n' or '\t' or ' '))
        {
            if (text.WithOrigin && space.To > space.From)
            {
                var start = source.ByteOffset(space.From);
                text.Add(" ", start, source.ByteOffset(space.To) - start);
            }
            else
            {
                text.Add(' ');
            }
        }

        (breaks, space) = (0, default);
    }
}
