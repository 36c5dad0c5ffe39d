using System.Xml;
using Plumbline.Evidence;

namespace Plumbline.Ingest.Docx;

/// <summary>Which paragraph styles are headings or lists, by their own words in styles.xml; a style inherits from the one it is based on.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, (string? BasedOn, BlockKind? Kind)> styles = new(StringComparer.Ordinal);

    public static DocxStyles Of(XmlReader? part)
    {
        var result = new DocxStyles();
        string? id = null, basedOn = null;
        BlockKind? kind = null;
        try
        {
            while (part is not null && part.Read())
            {
                var value = part.NodeType == XmlNodeType.Element ? part.GetAttribute("val", part.NamespaceURI) : null;
                switch (part.NodeType, part.LocalName)
                {
                    case (XmlNodeType.Element, "style"):
                        (id, basedOn, kind) = (part.GetAttribute("styleId", part.NamespaceURI), null, null);
                        break;
                    case (XmlNodeType.Element, "basedOn"):
                        basedOn = value;
                        break;
                    case (XmlNodeType.Element, "name") when value is not null && (value.StartsWith("heading", StringComparison.OrdinalIgnoreCase) || value is "Title" or "Subtitle"):
                        kind = BlockKind.Heading;
                        break;
                    case (XmlNodeType.Element, "outlineLvl") when value is not "9":
                        kind = BlockKind.Heading;
                        break;
                    case (XmlNodeType.Element, "numPr"):
                        kind ??= BlockKind.ListItem;
                        break;
                    case (XmlNodeType.EndElement, "style") when id is not null:
                        result.styles[id] = (basedOn, kind);
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // Styles only tell headings from paragraphs: the text is whole without them.
        }

        return result;
    }

    public BlockKind? KindOf(string? style)
    {
        for (var step = 0; step < 12 && style is not null && styles.TryGetValue(style, out var found); step++)
        {
            if (found.Kind is { } kind)
            {
                return kind;
            }

            style = found.BasedOn;
        }

        return null;
    }
}
