using System.IO.Hashing;
using System.Runtime.InteropServices;
using Plumbline.Coding.Tokens;

namespace Plumbline.Pipeline.Duplicates;

/// <summary>
/// Runs of <see cref="Words"/> words of a text as numbers, and few of them that stand for it: winnowing (Schleimer, Wilkerson and Aiken,
/// "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003) keeps the smallest of each <see cref="Window"/> runs, so that
/// two texts which share <see cref="Words"/> + <see cref="Window"/> - 1 words in a row share a kept run; of these the
/// <see cref="MostKept"/> smallest are the text's sketch (Broder, "On the resemblance and containment of documents", SEQUENCES 1997).
/// Words are folded as the tokenizer does; ends of sentences are passed over.
/// </summary>
internal sealed class WordRuns
{
    /// <summary>Words in a run.</summary>
    public const int Words = 5;

    /// <summary>Runs of which the smallest is kept.</summary>
    public const int Window = 8;

    /// <summary>Runs in a sketch at most: what bounds the cost of many texts.</summary>
    public const int MostKept = 64;

    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly ulong[] hashes;
    private readonly ulong leaving = 1;

    /// <param name="vocabulary">Of the texts to come.</param>
    public WordRuns(Vocabulary vocabulary)
    {
        hashes = new ulong[vocabulary.Count];
        for (var id = 1; id < hashes.Length; id++)
        {
            hashes[id] = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(vocabulary.FormSpan(id)));
        }

        for (var i = 0; i < Words; i++)
        {
            leaving *= Base;
        }
    }

    /// <summary>Every run of a text, in order; none of a text with fewer words.</summary>
    public List<ulong> All(ReadOnlySpan<int> forms)
    {
        var words = new List<ulong>(forms.Length);
        foreach (var form in forms)
        {
            if (form != 0)
            {
                words.Add(hashes[form]);
            }
        }

        var runs = new List<ulong>(Math.Max(0, words.Count - Words + 1));
        var rolling = 0UL;
        for (var i = 0; i < words.Count; i++)
        {
            rolling = (rolling * Base) + words[i] - (i >= Words ? words[i - Words] * leaving : 0);
            if (i >= Words - 1)
            {
                runs.Add(Mixed(rolling));
            }
        }

        return runs;
    }

    /// <summary>The runs that stand for a text, each once, ascending.</summary>
    public static IReadOnlyList<ulong> Sketch(List<ulong> runs)
    {
        var kept = new SortedSet<ulong>();
        var smallest = -1;
        for (var end = Math.Min(Window, runs.Count) - 1; end >= 0 && end < runs.Count; end++)
        {
            var from = Math.Max(0, end - Window + 1);
            if (smallest < from)
            {
                smallest = from;
                for (var i = from + 1; i <= end; i++)
                {
                    smallest = runs[i] <= runs[smallest] ? i : smallest;
                }
            }
            else
            {
                smallest = runs[end] <= runs[smallest] ? end : smallest;
            }

            kept.Add(runs[smallest]);
        }

        return [.. kept.Take(MostKept)];
    }

    /// <summary>Share of the words of the shorter text that stand in the other too, in runs of <see cref="Words"/> or more; 0 to 1.</summary>
    public static double Shared(List<ulong> one, List<ulong> other)
    {
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        if (shorter.Count == 0)
        {
            return 0;
        }

        var runs = longer.ToHashSet();
        var (shared, covered) = (0, 0);
        for (var i = 0; i < shorter.Count; i++)
        {
            if (runs.Contains(shorter[i]))
            {
                shared += i + Words - Math.Max(covered, i);
                covered = i + Words;
            }
        }

        return (double)shared / (shorter.Count + Words - 1);
    }

    // The last bits of a polynomial hash are poor; what is smallest must be as good as random (Stafford's variant 13 of MurmurHash3's finalizer).
    private static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
