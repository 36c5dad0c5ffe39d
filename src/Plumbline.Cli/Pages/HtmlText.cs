using System.Text;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Pages;

/// <summary>
/// Builds HTML. Text gets in through <see cref="Text"/> alone, which spells out what could act, hide or turn the direction of
/// a line, and escapes every sign that means something in HTML; tags, classes and ids are constants of ours.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Markup that we wrote ourselves, never text out of a file.</summary>
    public HtmlText Markup(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>Text, one line of it or several.</summary>
    public HtmlText Text(string? text)
    {
        foreach (var c in SafeText.Lines(text))
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }

        return this;
    }

    /// <summary>An element that holds text alone; <c>bdi</c> keeps the direction of what it holds to itself.</summary>
    public HtmlText Element(string tag, string? text, string? kind = null) => Start(tag, kind).Text(text).End(tag);

    /// <summary>Opens an element.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="kind">Its class.</param>
    /// <param name="id">Its anchor.</param>
    public HtmlText Start(string tag, string? kind = null, string? id = null)
    {
        html.Append('<').Append(tag);
        if (kind is not null)
        {
            html.Append(" class=\"").Append(kind).Append('"');
        }

        if (id is not null)
        {
            html.Append(" id=\"").Append(Anchor(id)).Append('"');
        }

        html.Append('>');
        return this;
    }

    /// <summary>Closes it.</summary>
    public HtmlText End(string tag)
    {
        html.Append("</").Append(tag).Append('>');
        if (tag is not ("b" or "code" or "mark" or "span" or "a" or "bdi"))
        {
            html.Append('\n');
        }

        return this;
    }

    /// <summary>A link to an anchor of the same page; there are no others.</summary>
    public HtmlText Link(string anchor, string text)
    {
        html.Append("<a href=\"#").Append(Anchor(anchor)).Append("\">");
        return Text(text).End("a");
    }

    /// <summary>A row of a list of terms; nothing where there is no text.</summary>
    public HtmlText Term(string name, string? text, string? kind = null) =>
        string.IsNullOrEmpty(text) ? this : Element("dt", name).Start("dd", kind).Element("bdi", text).End("dd");

    /// <inheritdoc/>
    public override string ToString() => html.ToString();

    private static string Anchor(string id) => string.Concat(id.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
