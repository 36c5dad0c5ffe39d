using System.Net;
using System.Text;

namespace Plumbline.Ingest.Html.Courts;

/// <summary>A page's nodes by their names, without what is left out of it.</summary>
internal sealed class PageNodes(HtmlNode[] nodes, IReadOnlyDictionary<int, string> names, string source, HashSet<int> leftOut)
{
    public HtmlNode this[int node] => nodes[node];

    /// <summary>True when the id or one of the classes is this word.</summary>
    public bool Is(int node, string word) => Words(node).Contains(word);

    /// <summary>Id and classes, or where a link leads.</summary>
    public string[] Words(int node) => names.TryGetValue(node, out var found) ? found.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Every node that has an id, a class or an address, in order, with these; left out or not.</summary>
    public IEnumerable<(int Node, string Names)> Named() => names.OrderBy(n => n.Key).Select(n => (n.Key, n.Value));

    /// <summary>The nodes in order, without those left out and those for which <paramref name="skips"/> holds, and what is in them.</summary>
    public IEnumerable<int> All(Func<int, bool>? skips = null)
    {
        for (var i = 1; i < nodes.Length;)
        {
            if (leftOut.Contains(i) || skips?.Invoke(i) == true)
            {
                i = nodes[i].End;
            }
            else
            {
                yield return i++;
            }
        }
    }

    /// <summary>Elements right below a node that hold visible characters.</summary>
    public List<int> Parts(int node)
    {
        List<int> parts = [];
        for (var i = node + 1; i < nodes[node].End; i = nodes[i].End)
        {
            if (nodes[i].Characters > 0 && nodes[i].Element != Element.Dropped && !leftOut.Contains(i))
            {
                parts.Add(i);
            }
        }

        return parts;
    }

    /// <summary>The cells of a row, also empty ones.</summary>
    public List<int> Cells(int row)
    {
        List<int> cells = [];
        for (var i = row + 1; i < nodes[row].End; i = nodes[i].End)
        {
            if (nodes[i].Element == Element.Cell)
            {
                cells.Add(i);
            }
        }

        return cells;
    }

    /// <summary>Words of a node in one line.</summary>
    public string Text(int node)
    {
        var text = new StringBuilder();
        var space = false;
        for (var i = node; i < nodes[node].End;)
        {
            if (leftOut.Contains(i) && i != node)
            {
                i = nodes[i].End;
                continue;
            }

            space |= Elements.IsBlock(nodes[i].Element) || nodes[i].Element == Element.Break;
            if (nodes[i].Element == Element.Text)
            {
                foreach (var c in WebUtility.HtmlDecode(source[nodes[i].From..nodes[i].To]))
                {
                    if (char.IsWhiteSpace(c))
                    {
                        space = true;
                        continue;
                    }

                    if (space && text.Length > 0)
                    {
                        text.Append(' ');
                    }

                    space = false;
                    text.Append(c);
                }
            }

            i++;
        }

        return text.ToString();
    }
}
