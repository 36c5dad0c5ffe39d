namespace Plumbline.Coding.Sections.Learned;

/// <summary>
/// How likely each mark of each piece is, all pieces of a unit taken together: the forward-backward algorithm (Rabiner 1989,
/// Proceedings of the IEEE 77) over the weights of a chain, scaled at each piece so that nothing under- or overflows.
/// </summary>
internal static class MarkChances
{
    /// <summary>Turns weights into chances.</summary>
    /// <param name="marks">Number of marks.</param>
    /// <param name="start">e to the weight of each mark at the first piece.</param>
    /// <param name="follows">e to the weight of each mark (column) behind each (row).</param>
    /// <param name="weights">Weight of each mark of each piece; becomes e to that weight, less the piece's largest.</param>
    /// <param name="forward">As long as <paramref name="weights"/>; what is likely from what stands before.</param>
    /// <param name="backward">As long; what is likely from what stands behind.</param>
    public static void Of(int marks, ReadOnlySpan<double> start, ReadOnlySpan<double> follows, Span<double> weights, Span<double> forward, Span<double> backward)
    {
        var pieces = weights.Length / marks;
        for (var i = 0; i < pieces; i++)
        {
            var own = weights.Slice(i * marks, marks);
            var largest = double.NegativeInfinity;
            for (var m = 0; m < marks; m++)
            {
                largest = Math.Max(largest, own[m]);
            }

            for (var m = 0; m < marks; m++)
            {
                own[m] = Math.Exp(own[m] - largest);
            }

            var now = forward.Slice(i * marks, marks);
            for (var m = 0; m < marks; m++)
            {
                var before = 0.0;
                for (var b = 0; b < marks && i > 0; b++)
                {
                    before += forward[((i - 1) * marks) + b] * follows[(b * marks) + m];
                }

                now[m] = own[m] * (i == 0 ? start[m] : before);
            }

            Scale(now);
        }

        if (pieces > 0)
        {
            backward[^marks..].Fill(1);
        }

        for (var i = pieces - 2; i >= 0; i--)
        {
            var now = backward.Slice(i * marks, marks);
            for (var m = 0; m < marks; m++)
            {
                now[m] = 0;
                for (var n = 0; n < marks; n++)
                {
                    now[m] += follows[(m * marks) + n] * weights[((i + 1) * marks) + n] * backward[((i + 1) * marks) + n];
                }
            }

            Scale(now);
        }
    }

    /// <summary>The chance of each mark of a piece, from what stands on both sides; they add up to 1.</summary>
    public static void Both(ReadOnlySpan<double> forward, ReadOnlySpan<double> backward, Span<double> chances)
    {
        for (var m = 0; m < chances.Length; m++)
        {
            chances[m] = forward[m] * backward[m];
        }

        Scale(chances);
    }

    private static void Scale(Span<double> some)
    {
        var sum = 0.0;
        foreach (var one in some)
        {
            sum += one;
        }

        for (var m = 0; m < some.Length; m++)
        {
            some[m] /= sum;
        }
    }
}
