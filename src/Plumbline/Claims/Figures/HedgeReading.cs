namespace Plumbline.Claims.Figures;

/// <summary>All hedges of one figure together.</summary>
internal readonly record struct HedgeReading(int First, Relation Relation, bool IsNearly, bool IsOnly, bool IsAll, bool IsNegated, bool IsBound)
{
    /// <summary>Reads the hedges before a token; <see cref="First"/> is where the outermost begins.</summary>
    public static HedgeReading Of(IReadOnlyList<FigureToken> tokens, int start, int floor)
    {
        var reading = new HedgeReading(start, Relation.Exactly, false, false, false, false, false);
        foreach (var hedge in Hedges.FindBefore(tokens, start, floor))
        {
            reading = reading.With(hedge.Kind) with { First = hedge.Edge };
        }

        return reading;
    }

    /// <summary>With one more hedge, farther out. A bound outside of "about" stays the bound ("up to about 20").</summary>
    public HedgeReading With(HedgeKind kind) => kind switch
    {
        HedgeKind.AtLeast => this with { Relation = Relation.AtLeast, IsNearly = false, IsBound = true },
        HedgeKind.MoreThan => this with { Relation = Relation.MoreThan, IsNearly = false, IsBound = true },
        HedgeKind.AtMost => this with { Relation = Relation.AtMost, IsNearly = false, IsBound = true },
        HedgeKind.LessThan => this with { Relation = Relation.LessThan, IsNearly = false, IsBound = true },
        HedgeKind.NotAll => this with { Relation = Relation.LessThan, IsBound = true },
        HedgeKind.About when !IsBound => this with { Relation = Relation.About, IsBound = true },
        HedgeKind.Nearly when !IsBound => this with { Relation = Relation.About, IsNearly = true, IsBound = true },
        HedgeKind.Only => this with { IsOnly = true },
        HedgeKind.Exactly => this with { IsBound = true },
        HedgeKind.All => this with { IsAll = true },
        HedgeKind.Negated => this with { IsNegated = true },
        _ => this,
    };
}
