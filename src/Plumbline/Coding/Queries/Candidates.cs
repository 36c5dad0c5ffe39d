using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// The documents of a part that can hold a query, from the postings: never too few, often too many (postings know
/// nothing of order, distance or units). One bit a document; null means all.
/// </summary>
internal sealed class Candidates(TokenPart part, IReadOnlyList<int[]> atomForms)
{
    private readonly Dictionary<int, ulong[]> known = [];

    public ulong[]? Of(Matcher matcher) => matcher.Candidates(this);

    /// <summary>Documents with a form of the atom.</summary>
    public ulong[] OfAtom(int atom)
    {
        if (!known.TryGetValue(atom, out var bits))
        {
            bits = new ulong[(part.DocumentCount + 63) / 64];
            foreach (var form in atomForms[atom])
            {
                part.MarkDocuments(form, bits);
            }

            known.Add(atom, bits);
        }

        return bits;
    }

    /// <summary>Documents in all of the sets.</summary>
    public ulong[]? InAll(IEnumerable<ulong[]?> sets)
    {
        ulong[]? all = null;
        foreach (var set in sets)
        {
            if (set is not null)
            {
                all = all is null ? set : [.. all.Zip(set, (a, b) => a & b)];
            }
        }

        return all;
    }

    /// <summary>Documents in any of the sets.</summary>
    public ulong[]? InAny(IEnumerable<ulong[]?> sets)
    {
        var any = new ulong[(part.DocumentCount + 63) / 64];
        foreach (var set in sets)
        {
            if (set is null)
            {
                return null;
            }

            for (var i = 0; i < any.Length; i++)
            {
                any[i] |= set[i];
            }
        }

        return any;
    }
}
