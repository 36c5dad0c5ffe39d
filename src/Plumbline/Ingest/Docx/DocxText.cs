using System.Xml;
using Plumbline.Evidence;

namespace Plumbline.Ingest.Docx;

/// <summary>
/// Writes the text of one part. Insertions count, deletions don't (as if all changes were accepted); field codes and text
/// for machines that know no shapes are left out. The map counts the characters of the part's text elements, from 0 on.
/// </summary>
internal sealed class DocxText(BlockText text, DocxStyles styles)
{
    private int ordinal, tables, cellsInRow;
    private bool isOpen, inRow, cellHasText;
    private BlockKind kind = BlockKind.Paragraph;

    /// <summary>Reads a part from its start.</summary>
    public void Write(XmlReader part)
    {
        while (part.Read())
        {
            if (part.NodeType == XmlNodeType.Element)
            {
                if (IsSkipped(part))
                {
                    Skip(part);
                    continue;
                }

                Start(part);
            }

            if (part.NodeType == XmlNodeType.EndElement || (part.NodeType == XmlNodeType.Element && part.IsEmptyElement))
            {
                End(part.LocalName);
            }
        }

        Close();
    }

    private static bool IsSkipped(XmlReader part) => part.LocalName switch
    {
        "del" or "moveFrom" or "delText" or "instrText" or "Fallback" or "rt" or "delInstrText" => true,
        "footnote" or "endnote" => part.GetAttribute("type", part.NamespaceURI) is "separator" or "continuationSeparator" or "continuationNotice",
        _ => false,
    };

    // Not by XmlReader.Skip: the loop reads on by itself.
    private static void Skip(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return;
        }

        var depth = part.Depth;
        while (part.Read() && part.Depth > depth)
        {
        }
    }

    private void Start(XmlReader part)
    {
        switch (part.LocalName)
        {
            case "tbl":
                tables++;
                break;
            case "tr" when tables == 1:
                Close();
                text.Begin(BlockKind.TableRow);
                (inRow, isOpen, cellsInRow) = (true, true, 0);
                break;
            case "tc" when inRow && tables == 1:
                if (cellsInRow++ > 0)
                {
                    text.Add('\t');
                }

                cellHasText = false;
                break;
            case "p":
                kind = BlockKind.Paragraph;
                if (inRow)
                {
                    Gap();
                }
                else
                {
                    Close();
                }

                break;
            case "pStyle":
                kind = styles.KindOf(part.GetAttribute("val", part.NamespaceURI)) ?? kind;
                break;
            case "outlineLvl" when int.TryParse(part.GetAttribute("val", part.NamespaceURI), out var level) && level < 9:
                kind = BlockKind.Heading;
                break;
            case "numPr" when kind == BlockKind.Paragraph:
                kind = BlockKind.ListItem;
                break;
            case "t" or "m:t":
                Characters(part);
                break;
            case "tab" when !IsInProperties(part):
                Put(inRow ? ' ' : '\t');
                break;
            case "br" or "cr":
                Put(inRow ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                Put('\u2011');
                break;
            case "softHyphen":
                Put('\u00AD');
                break;
            case "sym":
                Put('\uFFFD');
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "tbl":
                tables = Math.Max(0, tables - 1);
                break;
            case "tr" when tables == 1:
                inRow = false;
                Close();
                break;
            case "p" when !inRow:
                Close();
                break;
            case "footnote" or "endnote":
                Close();
                break;
        }
    }

    // A tab stop of the paragraph's properties is no character.
    private static bool IsInProperties(XmlReader part) => part.GetAttribute("pos", part.NamespaceURI) is not null || part.GetAttribute("val", part.NamespaceURI) is not null;

    private void Characters(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return;
        }

        var depth = part.Depth;
        while (part.Read() && part.Depth > depth)
        {
            if (part.NodeType is not (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA))
            {
                continue;
            }

            foreach (var c in part.Value)
            {
                Put(char.IsControl(c) ? ' ' : c, ordinal++);
            }
        }
    }

    private void Put(char c, int at = -1)
    {
        if (!isOpen)
        {
            if (char.IsWhiteSpace(c))
            {
                return;
            }

            text.Begin(kind);
            isOpen = true;
        }

        cellHasText = true;
        if (at >= 0 && text.WithOrigin)
        {
            text.Add([c], at, 1);
        }
        else
        {
            text.Add(c);
        }
    }

    // Between two paragraphs of a cell.
    private void Gap()
    {
        if (cellHasText && text.Last is not (' ' or '\t' or '\0'))
        {
            text.Add(' ');
        }
    }

    private void Close()
    {
        if (isOpen)
        {
            text.End();
        }

        isOpen = false;
    }
}
