using System.Runtime.InteropServices;

namespace Plumbline.Coding.Tokens;

/// <summary>A form as it lies in a part file: sorted by form, ordinal.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct FormEntry(int CharStart, int Id, uint StemHash);

/// <summary>
/// The forms of a part (or of one text): id to form, and sorted for look-ups by form, prefix, stem and pattern. Ids are
/// of this vocabulary alone and depend on the order of reading: never let them into tables. Thread safe.
/// </summary>
public sealed class Vocabulary
{
    private readonly ReadOnlyMemory<FormEntry> entries;
    private readonly ReadOnlyMemory<int> ranks;
    private readonly ReadOnlyMemory<char> chars;
    private readonly string path;

    /// <param name="entries">Sorted by form, and one more whose start is the end of the last.</param>
    /// <param name="ranks">For each id its place among the entries; that of 0 is unused.</param>
    /// <param name="chars">All forms, one behind the other.</param>
    /// <param name="path">The file, for errors.</param>
    internal Vocabulary(ReadOnlyMemory<FormEntry> entries, ReadOnlyMemory<int> ranks, ReadOnlyMemory<char> chars, string path)
    {
        this.entries = entries;
        this.ranks = ranks;
        this.chars = chars;
        this.path = path;
    }

    /// <summary>One more than the largest id. Id 0 is the end of a sentence and has no form.</summary>
    public int Count => ranks.Length;

    /// <summary>The form of an id; empty for 0.</summary>
    public string Form(int id) => FormSpan(id).ToString();

    /// <summary>The id of a form (folded as the tokenizer does), or 0 when it does not occur.</summary>
    public int IdOf(ReadOnlySpan<char> form)
    {
        var rank = LowerBound(form);
        return rank < FormCount && FormAt(rank).SequenceEqual(form) ? IdAt(rank) : 0;
    }

    internal int FormCount => entries.Length - 1;

    internal ReadOnlySpan<char> FormSpan(int id)
    {
        if ((uint)id >= (uint)Count)
        {
            throw TokenProblems.Damaged(path, "a word has no form");
        }

        return id == 0 ? default : FormAt(ranks.Span[id]);
    }

    internal ReadOnlySpan<char> FormAt(int rank)
    {
        var all = entries.Span;
        if ((uint)rank >= (uint)(all.Length - 1))
        {
            throw TokenProblems.Damaged(path, "a form lies outside the vocabulary");
        }

        int start = all[rank].CharStart, end = all[rank + 1].CharStart;
        return start < 0 || end < start || end > chars.Length
            ? throw TokenProblems.Damaged(path, "the letters of a form lie outside the vocabulary")
            : chars.Span[start..end];
    }

    internal int IdAt(int rank)
    {
        var id = entries.Span[rank].Id;
        return id > 0 && id < Count ? id : throw TokenProblems.Damaged(path, "a form has no number");
    }

    internal uint StemHashAt(int rank) => entries.Span[rank].StemHash;

    /// <summary>Rank of the first form that is not before the given one.</summary>
    internal int LowerBound(ReadOnlySpan<char> form)
    {
        int low = 0, high = FormCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (FormAt(middle).SequenceCompareTo(form) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Sorts the forms of a table and computes their stems.</summary>
    internal static (FormEntry[] Entries, int[] Ranks, char[] Chars) Sort(FormTable forms)
    {
        var ids = new int[forms.Count - 1];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = i + 1;
        }

        // The first four units as one number decide nearly always, without touching the forms.
        var keys = Array.ConvertAll(ids, id => new SortKey(Head(forms[id]), id));
        keys.AsSpan().Sort((a, b) => a.Head != b.Head ? a.Head.CompareTo(b.Head) : forms[a.Id].SequenceCompareTo(forms[b.Id]));

        var stemmer = new Stemmer();
        var entries = new FormEntry[ids.Length + 1];
        var ranks = new int[forms.Count];
        var chars = new char[forms.PoolLength];
        var at = 0;
        for (var rank = 0; rank < keys.Length; rank++)
        {
            var form = forms[keys[rank].Id];
            form.CopyTo(chars.AsSpan(at));
            entries[rank] = new FormEntry(at, keys[rank].Id, stemmer.HashOf(form));
            ranks[keys[rank].Id] = rank;
            at += form.Length;
        }

        entries[^1] = new FormEntry(at, 0, 0);
        return (entries, ranks, chars);
    }

    private readonly record struct SortKey(ulong Head, int Id);

    private static ulong Head(ReadOnlySpan<char> form)
    {
        ulong head = 0;
        for (var i = 0; i < 4; i++)
        {
            head = (head << 16) | (i < form.Length ? form[i] : '\0');
        }

        return head;
    }
}
