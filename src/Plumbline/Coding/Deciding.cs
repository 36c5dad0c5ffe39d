using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Names;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>From what a rule found to what stands: which of several values, or unclear.</summary>
internal static class Deciding
{
    /// <summary>Most values of one variable in one unit. A text with more is no list of values; it is told as unclear.</summary>
    public const int MostValues = 500;

    /// <summary>
    /// For one value: what is masked or contradicts is unclear unless the rule picks. What a reader is unsure of counts
    /// only where it found nothing surer.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="found">What it found.</param>
    /// <param name="names">Official names that values are given as, or null.</param>
    /// <param name="outcome">Takes what stands.</param>
    public static void One(CodingRule rule, List<Finding> found, NameList? names, Outcome outcome)
    {
        if (found.Exists(f => f.IsCertain))
        {
            found.RemoveAll(f => !f.IsCertain);
        }

        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        if (rule.Pick != Pick.All)
        {
            var picked = Picked(rule.Pick, found);
            found.Clear();
            found.Add(picked);
        }

        var isMasked = false;
        foreach (var finding in found)
        {
            isMasked |= finding.Value is null;
            Add(finding, names, outcome);
        }

        outcome.Status = isMasked || outcome.Values.Count > 1 ? Status.Unclear : Status.Stated;
        if (isMasked || outcome.Values.Count > MostValues)
        {
            // Something that can't be told stands there too, so no list of candidates would be whole.
            outcome.Values.Clear();
            outcome.Findings.Clear();
            outcome.Findings.Add(isMasked ? found.Find(f => f.Value is null) : found[0]);
        }
    }

    /// <summary>For several values: each once, in the order of the text.</summary>
    public static void Several(List<Finding> found, NameList? names, Outcome outcome)
    {
        if (found.Exists(f => f.Value is not null && f.IsCertain))
        {
            found.RemoveAll(f => !f.IsCertain || f.Value is null);
        }

        found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        foreach (var finding in found)
        {
            Add(finding, names, outcome);
        }

        outcome.Status = outcome.Values.Count is > 0 and <= MostValues ? Status.Stated : Status.Unclear;
        if (outcome.Status == Status.Unclear)
        {
            outcome.Values.Clear();
            outcome.Findings.Clear();
            outcome.Findings.Add(found[0]);
        }
    }

    /// <summary>Adds the value of a finding, once: as its official name where a list has exactly one that fits, never certain where several do.</summary>
    public static void Add(Finding finding, NameList? names, Outcome outcome)
    {
        if (finding.Value is not { } value || outcome.Values.Count > MostValues)
        {
            return;
        }

        if (names is not null)
        {
            var match = names.Match(value.Text);
            value = value with { Text = match.Official ?? value.Text };
            finding = finding with { IsCertain = finding.IsCertain && match.Fits < 2 };
        }

        if (!outcome.Values.Contains(value))
        {
            outcome.Values.Add(value);
            outcome.Findings.Add(finding);
        }
    }

    /// <summary>Leaves one of the findings from an index on.</summary>
    public static void PickOne(Pick pick, List<Finding> found, int from)
    {
        var some = found[from..];
        if (some.Exists(f => f.IsCertain))
        {
            some.RemoveAll(f => !f.IsCertain);
        }

        some.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        var picked = Picked(pick, some);
        found.RemoveRange(from, found.Count - from);
        found.Add(picked);
    }

    private static Finding Picked(Pick pick, List<Finding> found)
    {
        if (pick == Pick.Fullest)
        {
            return Fullest(found);
        }

        if (pick is Pick.First or Pick.Last || found.Exists(f => f.Value is null))
        {
            return pick == Pick.Last ? found[^1] : found.Find(f => pick == Pick.First || f.Value is null);
        }

        var best = found[0];
        foreach (var finding in found)
        {
            var order = Compare(finding.Value!.Value, best.Value!.Value);
            best = (pick == Pick.Largest ? order > 0 : order < 0) ? finding : best;
        }

        return best;
    }

    /// <summary>«Майкопский городской суд», and further down «Майкопский городской суд Республики Адыгея».</summary>
    private static Finding Fullest(List<Finding> found)
    {
        var best = found[0];
        foreach (var finding in found)
        {
            if (best.Value is { } known && finding.Value is { } longer && longer.Text.Length > known.Text.Length
                && longer.Text.StartsWith(known.Text + " ", StringComparison.OrdinalIgnoreCase))
            {
                best = finding;
            }
        }

        return best;
    }

    private static int Compare(CodedValue a, CodedValue b)
    {
        if (a.AsNumber is { } first && b.AsNumber is { } second)
        {
            return first.CompareTo(second);
        }

        return a.Type == VariableType.Duration && TimeLength.TryParse(a.Text, out var x) && TimeLength.TryParse(b.Text, out var y)
            ? x.TotalMinutes.CompareTo(y.TotalMinutes)
            : string.CompareOrdinal(a.Text, b.Text);
    }
}
