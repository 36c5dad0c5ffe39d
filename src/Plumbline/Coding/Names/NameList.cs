using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Coding.Names;

/// <summary>One thing with an official name.</summary>
/// <param name="Name">The name as the list writes it.</param>
/// <param name="Also">Other names of it.</param>
/// <param name="Places">Where it is, in one or several ways of saying so; empty when the list does not say.</param>
/// <param name="Line">The record of the list, from 1, that it was first met in.</param>
internal sealed record NameEntry(string Name, IReadOnlyList<string> Also, IReadOnlyList<string> Places, int Line);

/// <summary>What a list says of a name that was read.</summary>
/// <param name="Official">The official form when exactly one entry fits; else null.</param>
/// <param name="Fits">How many entries fit.</param>
/// <param name="Fit">How well the best of them fits.</param>
internal readonly record struct NameMatch(string? Official, int Fits, NameFit Fit);

/// <summary>
/// Official names: one of them is what a name that was read stands for when it fits exactly one, in whatever case, spacing or
/// shortening. Immutable; safe for many threads.
/// </summary>
internal sealed class NameList
{
    /// <summary>Version of how names are compared; raised by whoever changes what fits.</summary>
    private const int MatchVersion = 1;

    private const int MostKnown = 50_000;

    private readonly (NameForm Form, int Entry)[] forms;
    private readonly Dictionary<string, int[]> byBeginning;
    private readonly int[] anywhere;
    private readonly string[] official;
    private readonly bool isComplete;
    private readonly ConcurrentDictionary<string, NameMatch> known = new(StringComparer.Ordinal);

    /// <param name="entries">The entries, each once.</param>
    /// <param name="isComplete">True when there are no others: then a name that leaves words out at its end is the only one that begins so.</param>
    public NameList(IReadOnlyList<NameEntry> entries, bool isComplete)
    {
        (Entries, this.isComplete) = (entries, isComplete);
        forms = [.. entries.SelectMany((e, i) => e.Also.Prepend(e.Name).Select(n => (new NameForm(n, e.Places), i)))];
        var numbered = forms.Select((f, i) => (Begins: Head(f.Form.Beginning), Number: i)).ToLookup(f => f.Begins, f => f.Number, StringComparer.Ordinal);
        byBeginning = numbered.Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        anywhere = [.. numbered[""]];
        var named = entries.ToLookup(e => NameLetters.Of(e.Name), StringComparer.Ordinal);
        official = [.. entries.Select(e => named[NameLetters.Of(e.Name)].Count() > 1 && e.Places.Count > 0 ? $"{e.Name} ({e.Places[0]})" : e.Name)];
        Hash = HashOf(entries, isComplete);
    }

    /// <summary>The entries, in the order of the list.</summary>
    public IReadOnlyList<NameEntry> Entries { get; }

    /// <summary>Changes when, and only when, the entries or how they are compared do.</summary>
    public string Hash { get; }

    /// <summary>The official form of a name, or the name itself.</summary>
    public string Official(string name) => Match(name).Official ?? name;

    /// <summary>What fits a name that was read.</summary>
    public NameMatch Match(string name)
    {
        if (known.TryGetValue(name, out var match))
        {
            return match;
        }

        match = Find(NameLetters.Of(name));
        if (known.Count < MostKnown)
        {
            known.TryAdd(name, match);
        }

        return match;
    }

    /// <summary>Rows, from 1, of entries that share a name with an earlier one, and its row, where no place tells the two apart.</summary>
    public IEnumerable<(int Row, int Other)> Doubles()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var told = new HashSet<int>();
        foreach (var (form, at) in forms)
        {
            var (entry, key) = (Entries[at], form.Letters);
            if (!first.TryAdd(key, at) && first[key] != at)
            {
                var other = Entries[first[key]];
                if ((entry.Places.Count == 0 || other.Places.Count == 0 || entry.Places.Select(NameLetters.Of).Intersect(other.Places.Select(NameLetters.Of)).Any()) && told.Add(at))
                {
                    yield return (entry.Line, other.Line);
                }
            }
        }
    }

    private NameMatch Find(string read)
    {
        var best = new Dictionary<int, NameFit>();
        foreach (var number in byBeginning.GetValueOrDefault(Head(read), []).Concat(anywhere))
        {
            var (form, entry) = forms[number];
            if (form.Fit(read) is var fit && fit > best.GetValueOrDefault(entry))
            {
                best[entry] = fit;
            }
        }

        if (best.Count != 1)
        {
            return new NameMatch(null, best.Count, best.Values.DefaultIfEmpty().Max());
        }

        var (only, how) = best.First();
        return how == NameFit.CutShort && !isComplete ? new NameMatch(null, 0, NameFit.None) : new NameMatch(official[only], 1, how);
    }

    private static string Head(string letters) => letters.Length >= 2 ? letters[..2] : "";

    private static string HashOf(IReadOnlyList<NameEntry> entries, bool isComplete)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"plumbline/names/{MatchVersion}/{isComplete}"));
        foreach (var entry in entries)
        {
            foreach (var part in (IEnumerable<string>)[entry.Name, "", .. entry.Also, "", .. entry.Places])
            {
                text.Append(CultureInfo.InvariantCulture, $"\0{part.Length}:").Append(part);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
