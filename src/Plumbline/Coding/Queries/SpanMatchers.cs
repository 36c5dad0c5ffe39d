using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

internal sealed class WordMatcher(int atom) : SpanMatcher
{
    public override bool IsPossible(Positions positions) => positions.CountOf(atom) > 0;

    public override ulong[]? Candidates(Candidates documents) => documents.OfAtom(atom);

    public override void AddAll(Positions positions, TokenRange range, SpanList into)
    {
        foreach (var position in positions.In(atom, range))
        {
            into.Add(position, position + 1);
        }
    }

    public override void AddShortest(Positions positions, TokenRange range, SpanList into) => AddAll(positions, range, into);
}

/// <summary>Words one behind the other; <see cref="AnyWord"/> is a place for any word.</summary>
internal sealed class PhraseMatcher(int[] atoms, int ends) : SpanMatcher
{
    public const int AnyWord = -1;

    public override bool IsPossible(Positions positions)
    {
        foreach (var atom in atoms)
        {
            if (atom != AnyWord && positions.CountOf(atom) == 0)
            {
                return false;
            }
        }

        return true;
    }

    public override ulong[]? Candidates(Candidates documents) => documents.InAll(atoms.Where(a => a != AnyWord).Select(documents.OfAtom));

    public override void AddAll(Positions positions, TokenRange range, SpanList into)
    {
        var rarest = 0;
        for (var i = 1; i < atoms.Length; i++)
        {
            if (atoms[i] != AnyWord && positions.CountOf(atoms[i]) < positions.CountOf(atoms[rarest]))
            {
                rarest = i;
            }
        }

        foreach (var position in positions.In(atoms[rarest], range))
        {
            var from = position - rarest;
            if (from >= range.From && from + atoms.Length <= range.To && Stands(positions, from, rarest))
            {
                into.Add(from, from + atoms.Length);
            }
        }
    }

    private bool Stands(Positions positions, int from, int known)
    {
        for (var i = 0; i < atoms.Length; i++)
        {
            if (i != known && (atoms[i] == AnyWord ? positions.Holds(ends, from + i) : !positions.Holds(atoms[i], from + i)))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A group of places joined by OR.</summary>
internal sealed class AnyOfMatcher(SpanMatcher[] items) : SpanMatcher
{
    public override bool IsPossible(Positions positions)
    {
        foreach (var item in items)
        {
            if (item.IsPossible(positions))
            {
                return true;
            }
        }

        return false;
    }

    public override ulong[]? Candidates(Candidates documents) => documents.InAny(items.Select(documents.Of));

    public override void AddAll(Positions positions, TokenRange range, SpanList into)
    {
        var start = into.Count;
        foreach (var item in items)
        {
            if (item.IsPossible(positions))
            {
                item.AddAll(positions, range, into);
            }
        }

        into.Sort(start);
    }

    public override void AddShortest(Positions positions, TokenRange range, SpanList into)
    {
        var start = into.Count;
        foreach (var item in items)
        {
            if (item.IsPossible(positions))
            {
                item.AddShortest(positions, range, into);
            }
        }

        into.KeepShortest(start);
    }
}

/// <summary>Two places, the second at most N words from the first, without overlap: the window from the one to the other.</summary>
internal sealed class NearMatcher(SpanMatcher left, SpanMatcher right, int distance, bool isOrdered) : SpanMatcher
{
    public override bool IsPossible(Positions positions) => left.IsPossible(positions) && right.IsPossible(positions);

    public override ulong[]? Candidates(Candidates documents) => documents.InAll([documents.Of(left), documents.Of(right)]);

    public override void AddAll(Positions positions, TokenRange range, SpanList into)
    {
        var start = into.Count;
        var (lefts, rights) = Sides(positions, range);
        var fits = AddPairs(lefts, rights, into, start) && (isOrdered || AddPairs(rights, lefts, into, start));
        if (fits)
        {
            into.Sort(start);
        }
        else
        {
            into.Truncate(start);
            AddShortest(lefts, rights, into);
            into.KeepShortest(start);
        }

        positions.Return(lefts);
        positions.Return(rights);
    }

    public override void AddShortest(Positions positions, TokenRange range, SpanList into)
    {
        var start = into.Count;
        var (lefts, rights) = Sides(positions, range);
        AddShortest(lefts, rights, into);
        into.KeepShortest(start);
        positions.Return(lefts);
        positions.Return(rights);
    }

    private (SpanList Lefts, SpanList Rights) Sides(Positions positions, TokenRange range)
    {
        var lefts = positions.Rent();
        var rights = positions.Rent();
        left.AddAll(positions, range, lefts);
        if (lefts.Count > 0)
        {
            right.AddAll(positions, range, rights);
        }

        return (lefts, rights);
    }

    private void AddShortest(SpanList lefts, SpanList rights, SpanList into)
    {
        AddClosest(lefts, rights, into);
        if (!isOrdered)
        {
            AddClosest(rights, lefts, into);
        }
    }

    // For each first place the window that ends soonest; a later start cannot end sooner once it starts where that ends.
    private void AddClosest(SpanList firsts, SpanList seconds, SpanList into)
    {
        if (seconds.Count == 0)
        {
            return;
        }

        var second = seconds.AsSpan();
        foreach (var first in firsts.AsSpan())
        {
            var end = int.MaxValue;
            for (var i = seconds.FirstFrom(first.To); i < second.Length && second[i].From - first.To < distance && second[i].From < end - 1; i++)
            {
                end = Math.Min(end, second[i].To);
            }

            if (end != int.MaxValue)
            {
                into.Add(first.From, end);
            }
        }
    }

    private bool AddPairs(SpanList firsts, SpanList seconds, SpanList into, int start)
    {
        var second = seconds.AsSpan();
        foreach (var first in firsts.AsSpan())
        {
            for (var i = seconds.FirstFrom(first.To); i < second.Length && second[i].From - first.To < distance; i++)
            {
                into.Add(first.From, second[i].To);
            }

            if (into.Count - start > QueryLimits.Windows)
            {
                return false;
            }
        }

        return true;
    }
}
