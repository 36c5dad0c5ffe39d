namespace Plumbline.Coding.Queries;

/// <summary>
/// Recursive descent, loosest first:
/// <code>
/// or       = and { OR and }
/// and      = unary { AND unary }
/// unary    = NOT unary | section:NAME unary | sentence
/// sentence = near { w/s [NOT] near }
/// near     = atom { (w/N | pre/N) atom }
/// atom     = word | "phrase" | ( or )
/// </code>
/// Operators of one level group from the left. Stops at the first fault.
/// </summary>
internal sealed class QueryParser(string text, List<Piece> pieces, QueryProblems faults, IReadOnlyCollection<string>? known)
{
    private readonly List<string> sections = [];
    private readonly QueryWords words = new(faults);
    private int next;
    private int depth;

    public IReadOnlyList<string> Sections => sections;

    private Piece Current => pieces[next];

    public QueryNode Parse()
    {
        if (Current.Kind == PieceKind.End)
        {
            throw faults.Empty();
        }

        var root = ReadOr();
        return Current.Kind switch
        {
            PieceKind.End => root,
            PieceKind.Close => throw faults.CloseParenthesis(Current.At),
            _ => throw SideBySide(),
        };
    }

    private QueryNode ReadOr() => ReadList(PieceKind.Or, ReadAnd, (at, items) => new OrNode(at, items));

    private QueryNode ReadAnd() => ReadList(PieceKind.And, ReadUnary, (at, items) => new AndNode(at, items));

    private QueryNode ReadList(PieceKind kind, Func<QueryNode> read, Func<int, List<QueryNode>, QueryNode> make)
    {
        var at = Current.At;
        var first = read();
        if (Current.Kind != kind)
        {
            return first;
        }

        List<QueryNode> items = [first];
        while (Current.Kind == kind)
        {
            next++;
            items.Add(read());
        }

        return make(at, items);
    }

    private QueryNode ReadUnary()
    {
        var piece = Current;
        if (piece.Kind == PieceKind.Not)
        {
            next++;
            return new NotNode(piece.At, Inside(piece.At, ReadUnary));
        }

        if (piece.Kind == PieceKind.Section)
        {
            if (known is not null && !known.Contains(piece.Text))
            {
                throw faults.UnknownSection(piece.Inner, piece.Text, known);
            }

            if (!sections.Contains(piece.Text))
            {
                sections.Add(piece.Text);
            }

            next++;
            return new SectionNode(piece.At, piece.Text, Inside(piece.At, ReadUnary));
        }

        return ReadSentence();
    }

    private QueryNode ReadSentence()
    {
        var left = ReadNear();
        while (Current.Kind == PieceKind.Sentence)
        {
            next++;
            var not = Current;
            if (not.Kind == PieceKind.Not)
            {
                next++;
            }

            var right = ReadNear();
            left = new SentenceNode(left.At, left, not.Kind == PieceKind.Not ? new NotNode(not.At, right) : right);
        }

        return left;
    }

    private QueryNode ReadNear()
    {
        var left = ReadAtom();
        while (Current.Kind is PieceKind.Near or PieceKind.Before)
        {
            var piece = Current;
            next++;
            if (Current.Kind == PieceKind.Not)
            {
                throw faults.NoSpan(Current.At, Current.Text, piece.Text);
            }

            var right = ReadAtom();
            CheckSpan(left, piece.Text);
            CheckSpan(right, piece.Text);
            left = new NearNode(left.At, left, right, piece.Number, piece.Kind == PieceKind.Before);
        }

        return left;
    }

    private QueryNode ReadAtom()
    {
        var piece = Current;
        next++;
        switch (piece.Kind)
        {
            case PieceKind.Word:
            case PieceKind.Phrase:
                return words.Read(piece);
            case PieceKind.Open:
                if (Current.Kind == PieceKind.Close)
                {
                    throw faults.EmptyGroup(piece.At);
                }

                var group = Inside(piece.At, ReadOr);
                if (Current.Kind != PieceKind.Close)
                {
                    throw Current.Kind == PieceKind.End ? faults.OpenParenthesis(piece.At) : SideBySide();
                }

                next++;
                return group;
            default:
                next--;
                throw Missing(piece);
        }
    }

    private QueryFault Missing(Piece piece)
    {
        var before = next > 0 ? pieces[next - 1] : default;
        var isAfterOperator = next > 0 && before.Kind is not (PieceKind.Word or PieceKind.Phrase or PieceKind.Close or PieceKind.Open);
        return isAfterOperator ? faults.NothingAfter(before.At, text[before.At..(before.Inner + before.Text.Length)])
            : piece.Kind == PieceKind.Close ? faults.CloseParenthesis(piece.At)
            : piece.Kind == PieceKind.End ? faults.OpenParenthesis(before.At)
            : faults.NothingBefore(piece.At, piece.Text);
    }

    private QueryFault SideBySide()
    {
        var (left, right) = (pieces[next - 1], Current);
        if (right is { Kind: PieceKind.Word, IsExact: false } && QueryProblems.OperatorLike(right.Text) is { } meant)
        {
            return faults.NearlyOperator(right.At, right.Text, meant);
        }

        if (left is { Kind: PieceKind.Word, IsExact: false } && QueryProblems.OperatorLike(left.Text) is { } meantLeft)
        {
            return faults.NearlyOperator(left.At, left.Text, meantLeft);
        }

        return faults.SideBySide(right.At, Plain(left), Plain(right));
    }

    private static string Plain(Piece piece) => piece is { Kind: PieceKind.Word, IsExact: false } ? piece.Text : "";

    private QueryNode Inside(int at, Func<QueryNode> read)
    {
        if (++depth > QueryLimits.Depth)
        {
            throw faults.TooDeep(at);
        }

        var node = read();
        depth--;
        return node;
    }

    // Distances are measured between places: words, phrases, groups of them joined by OR, and other distances.
    private void CheckSpan(QueryNode node, string inside)
    {
        switch (node)
        {
            case AndNode:
                throw faults.NoSpan(node.At, "AND", inside);
            case NotNode:
                throw faults.NoSpan(node.At, "NOT", inside);
            case SectionNode:
                throw faults.NoSpan(node.At, "section:", inside);
            case SentenceNode:
                throw faults.NoSpan(node.At, "w/s", inside);
            case OrNode or:
                foreach (var item in or.Items)
                {
                    CheckSpan(item, inside);
                }

                break;
        }
    }
}
