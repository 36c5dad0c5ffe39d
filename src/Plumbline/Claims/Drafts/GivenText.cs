using System.Text;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>A passage while it is read out of a form with markup.</summary>
internal sealed class OpenPassage
{
    private readonly StringBuilder text = new();
    private readonly List<int> origins = [];
    private readonly List<(string Id, TextSpan Span)> links = [];

    public int Length => text.Length;

    public char Last => text.Length == 0 ? '\0' : text[^1];

    public string Text => text.ToString();

    public IReadOnlyList<int> Origins => origins;

    /// <summary>The cell that it stands in.</summary>
    public DraftCell? Cell { get; init; }

    public IEnumerable<(string Id, TextSpan Span)> Links => links.OrderBy(l => l.Span.Start);

    /// <param name="c">The character.</param>
    /// <param name="origin">Where it comes from, in the reader's own count; -1 when no character stands there.</param>
    public void Put(char c, int origin)
    {
        text.Append(c is '\0' or '\n' or '\r' ? ' ' : c);
        origins.Add(origin);
    }

    /// <summary>What stands from <paramref name="start"/> on is a link; one without text keeps a place.</summary>
    public void Link(string id, int start)
    {
        if (start >= Length)
        {
            start = Length;
            Put('\uFFFC', -1);
        }

        links.Add((id, new TextSpan(start, Length)));
    }
}

/// <summary>The text that a draft of HTML or DOCX gives: a line for each passage, and for each character where it comes from.</summary>
internal sealed class GivenText
{
    private readonly StringBuilder all = new();
    private readonly List<int> origins = [];
    private readonly List<DraftPassage> passages = [];
    private readonly List<DraftLink> links = [];

    public int Length => all.Length;

    /// <summary>For each character of the text its origin; -1 where none stands.</summary>
    public IReadOnlyList<int> Origins => origins;

    public void Add(OpenPassage open)
    {
        var text = open.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var passage = new DraftPassage(text, [.. Enumerable.Range(all.Length, text.Length)]) { Cell = open.Cell };
        passages.Add(passage);
        links.AddRange(open.Links.Select(l => new DraftLink(l.Id, passage, l.Span)));
        all.Append(text).Append('\n');
        origins.AddRange(open.Origins);
        origins.Add(-1);
    }

    public Draft Finish(string name, DraftForm form, IReadOnlyList<Problem> problems) =>
        new(new DraftFile(name, all.ToString()) { Form = form }, passages, links, problems);
}
