using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Linting;

/// <summary>
/// What follows from the form of queries alone: that one holds wherever another does, that one never holds. Says yes only
/// where it is sure; a no means that it could not tell.
/// </summary>
internal sealed class QueryLogic
{
    private readonly Dictionary<(QueryNode, QueryNode, bool), bool> known = new(new ByReference());
    private readonly Stemmer stemmer = new();

    /// <summary>True when the wide query holds in every text in which the narrow one holds.</summary>
    public bool Implies(QueryNode narrow, QueryNode wide) => Follows(narrow, wide, isPlace: false);

    /// <summary>True when each hit of the narrow query has a hit of the wide one in it, or is one.</summary>
    public bool Contains(QueryNode narrow, QueryNode wide) => Follows(narrow, wide, isPlace: true);

    /// <summary>True when no text can fulfil it.</summary>
    public bool IsNever(QueryNode node) => node switch
    {
        AndNode and => and.Items.Any(IsNever) || and.Items.OfType<NotNode>().Any(n => and.Items.Any(i => i is not NotNode && Implies(i, n.Item))),
        OrNode or => or.Items.All(IsNever),
        SentenceNode { Left: var left, Right: NotNode not } => IsNever(left) || Contains(left, not.Item),
        SentenceNode { Left: NotNode not, Right: var right } => IsNever(right) || Contains(right, not.Item),
        SentenceNode s => IsNever(s.Left) || IsNever(s.Right),
        NearNode near => IsNever(near.Left) || IsNever(near.Right),
        SectionNode section => IsNever(section.Item),
        _ => false,
    };

    private bool Follows(QueryNode narrow, QueryNode wide, bool isPlace)
    {
        if (ReferenceEquals(narrow, wide))
        {
            return true;
        }

        if (!known.TryGetValue((narrow, wide, isPlace), out var answer))
        {
            known[(narrow, wide, isPlace)] = false;
            known[(narrow, wide, isPlace)] = answer = Decide(narrow, wide, isPlace);
        }

        return answer;
    }

    private bool Decide(QueryNode narrow, QueryNode wide, bool isPlace) => (narrow, wide) switch
    {
        (OrNode or, _) => or.Items.All(i => Follows(i, wide, isPlace)),
        (_, OrNode or) when or.Items.Any(i => Follows(narrow, i, isPlace)) => true,
        (_, AndNode and) when !isPlace && and.Items.All(i => Follows(narrow, i, isPlace)) => true,
        (AndNode and, _) => !isPlace && and.Items.Any(i => Follows(i, wide, isPlace)),
        (NotNode a, NotNode b) => !isPlace && Follows(b.Item, a.Item, isPlace),
        (NotNode, _) => false,
        (SectionNode a, SectionNode b) when a.Name == b.Name && Follows(a.Item, b.Item, isPlace) => true,
        (SectionNode a, _) => wide is not SectionNode && !a.Item.HasNot && Follows(a.Item, wide, isPlace),
        (NearNode a, NearNode b) when Nearer(a, b, isPlace) => true,
        (NearNode a, _) => Follows(a.Left, wide, isPlace) || Follows(a.Right, wide, isPlace),
        (SentenceNode a, SentenceNode b) when !isPlace && SameSentence(a, b) => true,
        (SentenceNode a, _) => !isPlace && ((a.Left is not NotNode && Follows(a.Left, wide, isPlace)) || (a.Right is not NotNode && Follows(a.Right, wide, isPlace))),
        (PhraseNode a, PhraseNode b) => Enumerable.Range(0, Math.Max(0, a.Words.Count - b.Words.Count + 1)).Any(from =>
            b.Words.Select((w, i) => w.Match == WordMatch.Any || Word(a.Words[from + i], w)).All(fits => fits)),
        (PhraseNode a, WordNode b) => a.Words.Any(w => Word(w, b)),
        (WordNode a, WordNode b) => Word(a, b),
        _ => false,
    };

    private bool Nearer(NearNode a, NearNode b, bool isPlace) => a.Distance <= b.Distance
        && ((Follows(a.Left, b.Left, true) && Follows(a.Right, b.Right, true) && (a.IsOrdered || !b.IsOrdered))
            || (!b.IsOrdered && Follows(a.Left, b.Right, true) && Follows(a.Right, b.Left, true)))
        && (!isPlace || IsFlat(b));

    private bool SameSentence(SentenceNode a, SentenceNode b) =>
        a.Left is not NotNode && a.Right is not NotNode && b.Left is not NotNode && b.Right is not NotNode
        && ((Follows(a.Left, b.Left, true) && Follows(a.Right, b.Right, true)) || (Follows(a.Left, b.Right, true) && Follows(a.Right, b.Left, true)));

    /// <summary>A distance between words: between groups, a hit inside a hit may lie further from the other.</summary>
    private static bool IsFlat(NearNode near) => IsWords(near.Left) && IsWords(near.Right);

    private static bool IsWords(QueryNode node) => node is WordNode or PhraseNode || (node is OrNode or && or.Items.All(IsWords));

    private bool Word(WordNode narrow, WordNode wide) => (narrow.Match, wide.Match) switch
    {
        _ when narrow.Match == wide.Match && narrow.Form == wide.Form => true,
        (WordMatch.Any, _) => false,
        (WordMatch.Stem, WordMatch.Stem) => StemOf(narrow) == StemOf(wide),
        (WordMatch.Exact, WordMatch.Stem) => StemOf(narrow) == StemOf(wide),
        (WordMatch.Exact, WordMatch.Pattern) => Wildcard.Fits(narrow.Form, wide.Form),
        (WordMatch.Stem, WordMatch.Pattern) => OnlyAnEnd(wide.Form) && StartsWith(StemOf(narrow), wide.Form),
        (WordMatch.Pattern, WordMatch.Pattern) => OnlyAnEnd(wide.Form) && narrow.Form.StartsWith(wide.Form[..^1], StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>All forms of a stem start with the stem less its last letter.</summary>
    private static bool StartsWith(string stem, string pattern) => stem.Length >= pattern.Length && stem.StartsWith(pattern[..^1], StringComparison.Ordinal);

    private static bool OnlyAnEnd(string pattern) => pattern.Length > 1 && pattern.AsSpan().IndexOfAny('*', '?') == pattern.Length - 1 && pattern[^1] == '*';

    private string StemOf(WordNode word) => stemmer.Of(word.Form).ToString();

    private sealed class ByReference : IEqualityComparer<(QueryNode, QueryNode, bool)>
    {
        public bool Equals((QueryNode, QueryNode, bool) x, (QueryNode, QueryNode, bool) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2) && x.Item3 == y.Item3;

        public int GetHashCode((QueryNode, QueryNode, bool) obj) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item1), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item2), obj.Item3);
    }
}
