namespace Plumbline.Coding.Queries;

/// <summary>A parsed query; <see cref="At"/> is where it starts in the text of the query.</summary>
internal abstract record QueryNode(int At)
{
    /// <summary>True when a NOT stands in it: then it may hold of what its words are not in.</summary>
    public bool HasNot => this switch
    {
        NotNode => true,
        AndNode and => and.Items.Any(i => i.HasNot),
        OrNode or => or.Items.Any(i => i.HasNot),
        SentenceNode sentence => sentence.Left.HasNot || sentence.Right.HasNot,
        SectionNode section => section.Item.HasNot,
        _ => false,
    };
}

/// <summary>How the word of a query is compared with the forms of a text.</summary>
internal enum WordMatch
{
    /// <summary>Equal stems.</summary>
    Stem,

    /// <summary>Equal forms.</summary>
    Exact,

    /// <summary>The form fits a pattern with <c>*</c> and <c>?</c>.</summary>
    Pattern,

    /// <summary>Any word (only inside phrases).</summary>
    Any,
}

/// <summary>One word, folded as the tokenizer does.</summary>
internal sealed record WordNode(int At, WordMatch Match, string Form) : QueryNode(At);

/// <summary>Words one right behind the other; two or more, and neither the first nor the last is <see cref="WordMatch.Any"/>.</summary>
internal sealed record PhraseNode(int At, IReadOnlyList<WordNode> Words) : QueryNode(At);

/// <summary>w/N, or pre/N when ordered.</summary>
internal sealed record NearNode(int At, QueryNode Left, QueryNode Right, int Distance, bool IsOrdered) : QueryNode(At);

/// <summary>w/s.</summary>
internal sealed record SentenceNode(int At, QueryNode Left, QueryNode Right) : QueryNode(At);

/// <summary>AND of two or more.</summary>
internal sealed record AndNode(int At, IReadOnlyList<QueryNode> Items) : QueryNode(At);

/// <summary>OR of two or more.</summary>
internal sealed record OrNode(int At, IReadOnlyList<QueryNode> Items) : QueryNode(At);

/// <summary>NOT.</summary>
internal sealed record NotNode(int At, QueryNode Item) : QueryNode(At);

/// <summary>section:NAME.</summary>
internal sealed record SectionNode(int At, string Name, QueryNode Item) : QueryNode(At);
