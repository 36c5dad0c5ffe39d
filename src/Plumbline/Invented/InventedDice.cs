namespace Plumbline.Invented;

/// <summary>
/// Random choices that depend on nothing but a seed and a number (SplitMix64): the same on every machine and in every version of .NET,
/// which <see cref="Random"/> doesn't promise.
/// </summary>
internal struct InventedDice(long seed, long number)
{
    private ulong state = Mix((ulong)seed * 0x9E3779B97F4A7C15UL) ^ Mix((ulong)number + 0xD1B54A32D192ED03UL);

    /// <summary>0 to <paramref name="sides"/> - 1.</summary>
    public int Next(int sides) => (int)(((Step() >> 32) * (ulong)sides) >> 32);

    /// <summary>True in this share of the throws.</summary>
    public bool Chance(double share) => (Step() >> 11) * (1.0 / (1UL << 53)) < share;

    /// <summary>One of these.</summary>
    public T Pick<T>(ReadOnlySpan<T> from) => from[Next(from.Length)];

    /// <summary>One of these.</summary>
    public string Pick(string[] from) => from[Next(from.Length)];

    private ulong Step()
    {
        state += 0x9E3779B97F4A7C15UL;
        return Mix(state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
