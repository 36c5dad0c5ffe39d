using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Coding.Values;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>
/// Runs rules over one unit, after its queries have been evaluated: which hits stand, what is read near them. Holds the
/// unit between calls; not thread safe.
/// </summary>
internal sealed class RuleRun
{
    /// <summary>Tokens read beyond a limit in words, so that a value that starts inside is read whole.</summary>
    private const int Tail = 12;

    /// <summary>UTF-16 units read again before what was read already.</summary>
    private const int Before = 60;

    private readonly List<ReadValue> read = [];
    private string text = "";
    private int readTo;
    private TokenDocument document = null!;
    private TokenRange unit;
    private QueryHits hits = null!;

    public void Enter(string ofText, TokenDocument tokens, TokenRange range) => (text, document, unit) = (ofText, tokens, range);

    /// <summary>Adds what a rule finds. For rules without a reader at most one finding: the first hit.</summary>
    public void Find(CompiledRule compiled, VariableType type, string? currency, List<Finding> into)
    {
        var rule = compiled.Rule;
        for (var z = 0; z < compiled.Zones.Count; z++)
        {
            hits = compiled.Zones.Hits(z);
            var zone = compiled.Zones.Zone(z);
            if (rule.Reader is null)
            {
                if (FirstHit(compiled, zone) is { } found)
                {
                    into.Add(found);
                    return;
                }
            }
            else if (rule.Queries.Count == 0)
            {
                if (Stands(compiled, zone, zone, nearToo: false))
                {
                    readTo = 0;
                    Read(compiled, document.SpanOf(zone.From, zone.To), null, type, currency, into);
                }
            }
            else
            {
                foreach (var query in compiled.Queries)
                {
                    readTo = 0;
                    var from = into.Count;
                    foreach (var hit in hits[query])
                    {
                        if (rule.Pick == Pick.First && into.Count > from && into[^1].IsCertain)
                        {
                            break; // What later hits give stands behind it.
                        }

                        if (Stands(compiled, hit, zone, nearToo: false))
                        {
                            ReadNear(compiled, hit, zone, type, currency, into);
                        }
                    }
                }
            }
        }
    }

    private Finding? FirstHit(CompiledRule compiled, TokenRange zone)
    {
        TokenRange? first = null;
        var holds = false;
        foreach (var query in compiled.Queries)
        {
            holds |= hits[query].IsEmpty && hits.Holds(query);
            foreach (var hit in hits[query])
            {
                if ((first is null || hit.From < first.Value.From) && Stands(compiled, hit, zone, nearToo: true))
                {
                    first = hit;
                    break;
                }
            }
        }

        if (first is { } found)
        {
            return new Finding(compiled.Rule, compiled.Rule.Value, document.SpanOf(found.From, found.To), compiled.Rule.IsCertain);
        }

        // A query may hold by NOT alone: then what was found is that nothing is there.
        return holds && Stands(compiled, zone, zone, nearToo: true)
            ? new Finding(compiled.Rule, compiled.Rule.Value, Finding.Nowhere, compiled.Rule.IsCertain)
            : null;
    }

    /// <summary>True when no `unless` forbids the hit, or the value; near ones are left to the values of a reader.</summary>
    private bool Stands(CompiledRule compiled, TokenRange hit, TokenRange zone, bool nearToo)
    {
        for (var u = 0; u < compiled.Unless.Length; u++)
        {
            var unless = compiled.Rule.Unless[u];
            if (unless.Reach != Reach.Section && !nearToo)
            {
                continue;
            }

            var near = unless.Reach switch
            {
                Reach.Sentence => Sentence(hit),
                Reach.Words => new TokenRange(hit.From - unless.Words, hit.To + unless.Words),
                _ => zone,
            };
            if (hits[compiled.Unless[u]].IsEmpty && hits.Holds(compiled.Unless[u]))
            {
                return false;
            }

            if (Touches(hits[compiled.Unless[u]], near))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a hit shares a token with the range. Hits are in order and do not overlap.</summary>
    private static bool Touches(ReadOnlySpan<TokenRange> others, TokenRange near)
    {
        int low = 0, high = others.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = others[middle].To <= near.From ? (middle + 1, high) : (low, middle);
        }

        return low < others.Length && others[low].From < near.To;
    }

    private void ReadNear(CompiledRule compiled, TokenRange hit, TokenRange zone, VariableType type, string? currency, List<Finding> into)
    {
        var rule = compiled.Rule;
        var reach = rule.Reach switch
        {
            Reach.Words => new TokenRange(hit.From - rule.Words, hit.To + rule.Words),
            Reach.Sentence => Sentence(hit),
            Reach.Paragraph => Paragraph(hit),
            _ => zone,
        };
        var from = Math.Max(zone.From, rule.Side == Side.After ? hit.From : reach.From);
        var to = Math.Min(zone.To, rule.Side == Side.Before ? hit.To : reach.To);
        var tail = rule.Reach == Reach.Words && rule.Side != Side.Before ? Math.Min(zone.To, to + Tail) : to;
        var limit = document.SpanOf(from, to);
        if (limit.End <= readTo)
        {
            return;
        }

        // Windows of one query come in order and overlap: a text full of hits is still read once, and a little again
        // so that words before a value (from, up to) are seen.
        var window = tail == to ? limit : document.SpanOf(from, tail);
        Read(compiled, window with { Start = Math.Max(window.Start, readTo - Before) }, tail == to ? null : limit.End, type, currency, into);
        readTo = Math.Max(readTo, limit.End);
    }

    private void Read(CompiledRule compiled, TextSpan window, int? startsBefore, VariableType type, string? currency, List<Finding> into)
    {
        read.Clear();
        var rule = compiled.Rule;
        var alreadyRead = readTo;
        rule.Reader!.Read(text, window, read);
        foreach (var found in read)
        {
            if (found.Span.Start < alreadyRead || found.Span.Start >= startsBefore || (found.Value is { } money && currency is not null && !money.Text.EndsWith(currency, StringComparison.Ordinal)))
            {
                continue;
            }

            if (StandsValue(compiled, found.Span))
            {
                readTo = Math.Max(readTo, found.Span.End);
                // A masked value is as sure as a read one: it must not give way to a value further on.
                into.Add(new Finding(rule, found.Value is { } value ? value with { Type = type } : null, found.Span, found.IsCertain));
            }
        }
    }

    private bool StandsValue(CompiledRule compiled, TextSpan value)
    {
        if (compiled.Unless.Length == 0)
        {
            return true;
        }

        var from = document.FirstTokenAtOrAfter(value.Start);
        return Stands(compiled, new TokenRange(from, Math.Max(from + 1, document.FirstTokenAtOrAfter(value.End))), default, nearToo: true);
    }

    /// <summary>The sentence of a hit, or the sentences it spans.</summary>
    private TokenRange Sentence(TokenRange hit)
    {
        var forms = document.Forms;
        var (from, to) = (hit.From, hit.To);
        while (from > unit.From && forms[from - 1] != 0)
        {
            from--;
        }

        while (to < unit.To && forms[to] != 0)
        {
            to++;
        }

        return new TokenRange(from, to);
    }

    private TokenRange Paragraph(TokenRange hit)
    {
        var span = document.SpanOf(hit.From, hit.To);
        var line = text.AsSpan(span.End).IndexOf('\n');
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        return new TokenRange(
            Math.Max(unit.From, document.FirstTokenAtOrAfter(start)),
            line < 0 ? unit.To : Math.Min(unit.To, document.FirstTokenAtOrAfter(span.End + line)));
    }
}

/// <summary>A rule, where it looks, and the numbers of its queries there.</summary>
internal sealed record CompiledRule(CodingRule Rule, QueryZones Zones, int[] Queries, int[] Unless)
{
    /// <summary>A rule with its queries added to those of a place.</summary>
    public static CompiledRule Of(CodingRule rule, QueryZones zones) =>
        new(rule, zones, [.. rule.Queries.Select(zones.Add)], [.. rule.Unless.Select(u => zones.Add(u.Query))]);
}
