using System.Globalization;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Review;

namespace Plumbline.Pipeline.Signing;

/// <summary>The signatures in a case's journal.</summary>
public static class Signatures
{
    /// <summary>Word of the last one.</summary>
    public const string Last = "last";

    /// <summary>All, in causal order. Those whose payload was erased, or is of a form that this version does not know, are left out.</summary>
    /// <exception cref="Evidence.UsageException">The case has no journal.</exception>
    public static IReadOnlyList<Signature> Of(CaseFolder folder)
    {
        using var journal = Journal.OpenRead(folder);
        return Of(journal);
    }

    /// <summary>The one that a person means: <c>last</c>, its name, or its entry, <c>device:number</c>, of which the first four characters are enough.</summary>
    /// <exception cref="Evidence.UsageException">There is none, or more than one.</exception>
    public static Signature Find(CaseFolder folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var all = Of(folder);
        if (all.Count == 0)
        {
            throw SigningProblems.NothingSigned();
        }

        var (device, seq) = name.Split(':') is [{ Length: >= 4 } d, var n] ? (d, n) : ("", "");
        var found = all.Where(s => s.Name == name || (device.Length > 0 && s.Entry.Device.StartsWith(device, StringComparison.OrdinalIgnoreCase)
            && s.Entry.Seq.ToString(CultureInfo.InvariantCulture) == seq)).ToList();
        return found.Count == 1 ? found[0]
            : found.Count > 1 ? throw SigningProblems.SeveralSigned(name, found.Select(s => s.Entry.Short))
            : name == Last ? all[^1]
            : throw SigningProblems.NoSuchSignature(name, Guess.Nearest(name, all.Select(s => s.Shown)));
    }

    internal static List<Signature> Of(Journal journal) =>
        [.. journal.Entries(JournalWords.Signature).Select(Read).OfType<Signature>()];

    /// <summary>The signature of an entry; null when it has none that can be read.</summary>
    public static Signature? Read(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Payload is { } payload && SignaturePayload.TryRead(payload, out var signature)
            ? signature with { Entry = new EntryName(entry.Device, entry.Seq), At = entry.At } : null;
    }
}
