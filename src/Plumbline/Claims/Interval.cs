namespace Plumbline.Claims;

/// <summary>
/// Numbers from a low to a high end, both included; an end that is null is not bounded. Arithmetic gives an interval that
/// holds every result of numbers out of its operands (it may hold more when one claim stands in an expression twice).
/// </summary>
internal readonly record struct Interval(decimal? Low, decimal? High)
{
    public static Interval Of(decimal value) => new(value, value);

    public bool HoldsZero => Low is not > 0 && High is not < 0;

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator -(Interval a, Interval b) => a + -b;

    public static Interval operator *(Interval a, Interval b)
    {
        if (a.Low is not { } al || a.High is not { } ah || b.Low is not { } bl || b.High is not { } bh)
        {
            return default;
        }

        decimal[] ends = [al * bl, al * bh, ah * bl, ah * bh];
        return new Interval(ends.Min(), ends.Max());
    }

    /// <summary>Division; the divisor must not hold 0.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (a.Low is not { } al || a.High is not { } ah || b.Low is not { } bl || b.High is not { } bh)
        {
            return default;
        }

        decimal[] ends = [al / bl, al / bh, ah / bl, ah / bh];
        return new Interval(ends.Min(), ends.Max());
    }
}
