namespace Plumbline.Coding.Queries;

/// <summary>How large a query may be: rules come from other people's cases.</summary>
internal static class QueryLimits
{
    /// <summary>UTF-16 units of a query.</summary>
    public const int Length = 10_000;

    /// <summary>Parentheses, NOT and section inside each other.</summary>
    public const int Depth = 50;

    /// <summary>Words of a query, those inside phrases included.</summary>
    public const int Words = 500;

    /// <summary>Largest N of w/N and pre/N.</summary>
    public const int Distance = 1000;

    /// <summary>Letters and digits that a wildcard word needs.</summary>
    public const int WildcardLetters = 2;

    /// <summary>UTF-16 units of a wildcard word.</summary>
    public const int WildcardLength = 64;

    /// <summary>
    /// Windows kept of a proximity group inside another one, in one unit; where there are more, only the shortest are kept.
    /// </summary>
    public const int Windows = 1 << 16;
}
