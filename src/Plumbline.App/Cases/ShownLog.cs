using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>What somebody was shown of a variable of a unit, at any time on this computer.</summary>
/// <param name="Machine">The machine's value.</param>
/// <param name="Entries">Codings of other people, <c>device:seq</c>.</param>
internal sealed record ShownOf(bool Machine, IReadOnlyCollection<string> Entries)
{
    /// <summary>The word for a decision.</summary>
    public ShownBefore Before => Entries.Count > 0 ? ShownBefore.Other : Machine ? ShownBefore.Machine : ShownBefore.Nothing;

    /// <summary>The entries by their names.</summary>
    public IReadOnlyList<EntryName> Names =>
        [.. Entries.Select(e => new EntryName(e[..e.LastIndexOf(':')], long.Parse(e[(e.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture))).OrderBy(e => e.Device, StringComparer.Ordinal).ThenBy(e => e.Seq)];
}

/// <summary>
/// What each person was shown before they decided, so that a decision says it truly: also when they had looked at the unit days before they coded it blind. It is written
/// (<c>.plumb/shown</c>, ids only) before a page is sent; it never leaves this computer, and no decision depends on it but those made here. Thread safe.
/// </summary>
internal sealed class ShownLog(CaseFolder folder)
{
    private const string Machine = "machine";

    private readonly Lock gate = new();
    private Dictionary<(string Person, string Unit, string Variable), HashSet<string>>? known;

    /// <summary>Full path of the file.</summary>
    public string FilePath { get; } = Path.Combine(folder.Inner, "shown");

    /// <summary>Writes down that somebody is about to be shown something of a unit.</summary>
    /// <param name="person">Who.</param>
    /// <param name="unit">The unit, by its id.</param>
    /// <param name="variables">What of each variable: whether the machine's value, and which entries of other people.</param>
    public void Note(string person, string unit, IEnumerable<(string Variable, bool Machine, IEnumerable<string> Entries)> variables)
    {
        lock (gate)
        {
            var all = known ??= Read();
            var news = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var (variable, machine, entries) in variables)
            {
                var words = entries.Concat(machine ? [Machine] : Array.Empty<string>()).ToList();
                if (words.Count == 0)
                {
                    continue;
                }

                if (!all.TryGetValue((person, unit, variable), out var before))
                {
                    all.Add((person, unit, variable), before = new HashSet<string>(StringComparer.Ordinal));
                }

                if (words.Where(before.Add).ToList() is { Count: > 0 } added)
                {
                    news.Add(variable, added);
                }
            }

            if (news.Count > 0)
            {
                Directory.CreateDirectory(folder.Inner);
                using var file = new FileStream(FilePath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                file.Write([.. JsonSerializer.SerializeToUtf8Bytes(new Line(person, unit, news)), (byte)'\n']);
            }
        }
    }

    /// <summary>What somebody was shown of a variable of a unit.</summary>
    /// <param name="person">Who.</param>
    /// <param name="ids">Ids that the unit has or had: its own and its members'.</param>
    /// <param name="variable">The variable.</param>
    public ShownOf Of(string person, IEnumerable<string> ids, string variable)
    {
        lock (gate)
        {
            var all = known ??= Read();
            var words = ids.Distinct().SelectMany(i => all.GetValueOrDefault((person, i, variable)) ?? []).Distinct().ToList();
            return new ShownOf(words.Contains(Machine), [.. words.Where(w => w != Machine)]);
        }
    }

    private Dictionary<(string, string, string), HashSet<string>> Read()
    {
        var all = new Dictionary<(string, string, string), HashSet<string>>();
        foreach (var text in File.Exists(FilePath) ? File.ReadLines(FilePath) : [])
        {
            try
            {
                var line = JsonSerializer.Deserialize<Line>(text)!;
                foreach (var (variable, words) in line.Shown)
                {
                    var key = (line.Person, line.Unit, variable);
                    all[key] = [.. all.GetValueOrDefault(key) ?? [], .. words];
                }
            }
            catch (JsonException)
            {
                // A line that a lost computer cut off: its page was never sent.
            }
        }

        return all;
    }

    private sealed record Line(string Person, string Unit, Dictionary<string, List<string>> Shown);
}
