using System.Text;

namespace Plumbline.Ingest.Charsets;

/// <summary>
/// How much bytes look like Russian in a one-byte charset: the mean over all bytes above 0x7F of how frequent the letter
/// is in Russian (a share of 1 in 30 counts 0), less for a capital after a small letter and for what is no letter. The
/// wrong charset gives rare letters, swapped case or frames, so a dozen letters are enough.
/// </summary>
internal static class RussianLetters
{
    // Per ten thousand, а to я; the usual table of letter frequencies of the Russian National Corpus.
    private static readonly int[] Shares =
    [
        801, 159, 454, 170, 298, 845, 94, 165, 735, 121, 349, 440, 321, 670, 1097, 281,
        473, 547, 626, 262, 26, 97, 48, 144, 73, 36, 4, 190, 174, 32, 64, 201,
    ];

    private const string Marks = "«»„“”–—№…•§°\u00A0";

    /// <summary>The best of several charsets. Certain when there are enough letters and the next one is far.</summary>
    public static (Encoding? Best, double Score, bool IsCertain) Best(ReadOnlySpan<byte> bytes, Encoding[] among)
    {
        Encoding? best = null;
        double first = double.NegativeInfinity, second = double.NegativeInfinity;
        foreach (var encoding in among)
        {
            var score = Score(bytes, encoding);
            if (score > first)
            {
                (second, first, best) = (first, score, encoding);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return (best, first, first > -0.6 && first - second > 0.4);
    }

    public static double Score(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var weights = Weights(encoding);
        double sum = 0;
        long count = 0;
        var previousIsSmall = false;
        foreach (var b in bytes)
        {
            if (b < 0x80)
            {
                previousIsSmall = b is >= (byte)'a' and <= (byte)'z';
                continue;
            }

            var (weight, letter) = weights[b - 0x80];
            sum += letter == Letter.Capital && previousIsSmall ? weight - 3 : weight;
            count++;
            previousIsSmall = letter == Letter.Small;
        }

        return count == 0 ? double.NegativeInfinity : sum / count;
    }

    private static (double Weight, Letter Letter)[] Weights(Encoding encoding)
    {
        var all = new byte[128];
        for (var i = 0; i < 128; i++)
        {
            all[i] = (byte)(0x80 + i);
        }

        return Array.ConvertAll(encoding.GetString(all).ToCharArray(), c => Weight(c));
    }

    private static (double Weight, Letter Letter) Weight(char c)
    {
        var small = char.ToLowerInvariant(c);
        var kind = small == c ? Letter.Small : Letter.Capital;
        return small switch
        {
            >= 'а' and <= 'я' => (Math.Log(Shares[small - 'а'] / 333.0), kind),
            'ё' => (-1, kind),
            >= '\u0400' and <= '\u04FF' => (-2, kind),
            _ when Marks.Contains(c, StringComparison.Ordinal) => (-0.5, Letter.None),
            _ => (-4, Letter.None),
        };
    }

    private enum Letter
    {
        None,
        Small,
        Capital,
    }
}
