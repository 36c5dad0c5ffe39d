namespace Plumbline.Custody.Merging;

/// <summary>A unified diff of two texts, its first lines: enough to see what a conflict is about.</summary>
internal static class LineDiff
{
    private const int Context = 3;
    private const int MostCompared = 2000;

    /// <summary>Lines that start with <c>@@</c>, space, <c>-</c> (ours) or <c>+</c> (theirs); <c>…</c> where more follow.</summary>
    public static IReadOnlyList<string> Unified(string ours, string theirs, int mostLines)
    {
        var (a, b) = (Lines(ours), Lines(theirs));
        var edits = Edits(a, b);
        var shown = new List<string>();
        for (var i = 0; i < edits.Count;)
        {
            if (edits[i].Sign == ' ')
            {
                i++;
                continue;
            }

            // A hunk goes on while fewer than two contexts of equal lines lie between changes.
            var from = Math.Max(0, i - Context);
            var to = i;
            for (var equal = 0; to < edits.Count && equal <= 2 * Context; to++)
            {
                equal = edits[to].Sign == ' ' ? equal + 1 : 0;
            }

            while (to > i && edits[to - 1].Sign == ' ')
            {
                to--;
            }

            to = Math.Min(edits.Count, to + Context);
            var hunk = edits[from..to];
            shown.Add(FormattableString.Invariant(
                $"@@ -{edits[from].Ours + 1},{hunk.Count(e => e.Sign != '+')} +{edits[from].Theirs + 1},{hunk.Count(e => e.Sign != '-')} @@"));
            shown.AddRange(hunk.Select(e => e.Sign + e.Line));
            i = to;
        }

        return shown.Count <= mostLines ? shown : [.. shown.Take(mostLines), "…"];
    }

    private static string[] Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static List<(char Sign, string Line, int Ours, int Theirs)> Edits(string[] a, string[] b)
    {
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var edits = new List<(char Sign, string Line, int Ours, int Theirs)>();
        var (i, j) = (0, 0);
        void Step(char sign)
        {
            edits.Add((sign, sign == '+' ? b[j] : a[i], i, j));
            i += sign == '+' ? 0 : 1;
            j += sign == '-' ? 0 : 1;
        }

        while (i < head)
        {
            Step(' ');
        }

        var (endA, endB) = (a.Length - tail, b.Length - tail);
        if (endA - head <= MostCompared && endB - head <= MostCompared)
        {
            var common = Common(a[head..endA], b[head..endB]);
            while (i < endA && j < endB)
            {
                Step(a[i] == b[j] ? ' ' : common[i - head + 1, j - head] >= common[i - head, j - head + 1] ? '-' : '+');
            }
        }

        while (i < endA)
        {
            Step('-');
        }

        while (j < endB)
        {
            Step('+');
        }

        while (i < a.Length)
        {
            Step(' ');
        }

        return edits;
    }

    /// <summary>Length of the longest common subsequence of what follows each pair of lines.</summary>
    private static int[,] Common(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
