using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>Which entries are looked for; what is null or empty narrows nothing.</summary>
public sealed record JournalFilter
{
    /// <summary>Pseudonym of who sat at the computer, or of the coder that the entry is about.</summary>
    public string? Who { get; init; }

    /// <summary>Words of entries.</summary>
    public IReadOnlyCollection<string> Words { get; init; } = [];

    /// <summary>First moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The moment before which; not part of it.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Ids, of members or documents, of which one stands in the payload.</summary>
    public IReadOnlyCollection<string> Naming { get; init; } = [];

    /// <summary>True when it narrows nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Who) && Words.Count == 0 && Naming.Count == 0 && From is null && Before is null;
}

/// <summary>Some entries of many.</summary>
/// <param name="Entries">The entries, newest first.</param>
/// <param name="All">How many there are in all.</param>
public sealed record JournalPage(IReadOnlyList<JournalEntry> Entries, long All);

/// <summary>Who and what is named in a journal.</summary>
/// <param name="Heads">What it was at.</param>
/// <param name="People">Everybody who sat at a computer of the case.</param>
/// <param name="Words">The words of all entries.</param>
public sealed record JournalNames(IReadOnlyList<JournalHead> Heads, IReadOnlyList<string> People, IReadOnlyList<string> Words);

// What people leaf through: newest first by the devices' clocks, which is no order that anything may rest on.
public sealed partial class Journal
{
    /// <summary>A page of the entries that fit, newest first by the clocks of their devices. Payloads are checked against their hashes.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="skip">How many newer ones are left out.</param>
    /// <param name="take">At most so many.</param>
    public JournalPage Latest(JournalFilter filter, long skip, int take)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (gate)
        {
            return Reading(() =>
            {
                var all = filter.IsEmpty ? Heads().Sum(h => h.Seq) : Count(filter);
                // Only the payloads of those that are shown are read.
                const string Newest = "ORDER BY e.at DESC, e.device DESC, e.seq DESC";
                using var page = Filtered(filter, "e.device, e.seq", $" {Newest} LIMIT $take OFFSET $skip");
                page.CommandText = $"{JournalDatabase.Columns}WHERE (e.device, e.seq) IN ({page.CommandText}) {Newest}";
                page.Parameters.AddWithValue("$take", take);
                page.Parameters.AddWithValue("$skip", skip);
                using var reader = page.ExecuteReader();
                var entries = new List<JournalEntry>();
                while (reader.Read())
                {
                    entries.Add(JournalDatabase.Row(reader).ToEntry());
                }

                return new JournalPage(entries, all);
            });
        }
    }

    /// <summary>Everybody who sat at a computer of the case, and the words of all entries; both sorted.</summary>
    /// <param name="known">What was told of a journal with these heads: only later entries are read.</param>
    public JournalNames PeopleAndWords(JournalNames? known = null)
    {
        lock (gate)
        {
            return Reading(() =>
            {
                var heads = ReadHeads(connection);
                known = known?.Heads.All(IsHere) == true ? known : null;
                var (people, words) = (new SortedSet<string>(known?.People ?? [], StringComparer.Ordinal), new SortedSet<string>(known?.Words ?? [], StringComparer.Ordinal));
                foreach (var head in heads.Where(h => known?.Heads.Contains(h) != true))
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "SELECT DISTINCT who, what FROM entries WHERE device = $device AND seq > $after";
                    command.Parameters.AddWithValue("$device", head.Device);
                    command.Parameters.AddWithValue("$after", known?.Heads.FirstOrDefault(h => h.Device == head.Device)?.Seq ?? 0);
                    using var reader = command.ExecuteReader();
                    while (reader.Read())
                    {
                        people.Add(reader.GetString(0));
                        words.Add(reader.GetString(1));
                    }
                }

                return new JournalNames(heads, [.. people], [.. words]);
            });
        }
    }

    private long Count(JournalFilter filter)
    {
        using var count = Filtered(filter, "count(*)", "");
        return (long)count.ExecuteScalar()!;
    }

    private SqliteCommand Filtered(JournalFilter filter, string columns, string rest)
    {
        var command = connection.CreateCommand();
        var conditions = new List<string>();
        string Give(string name, object value)
        {
            command.Parameters.AddWithValue(name, value);
            return name;
        }

        if (filter.Who is { Length: > 0 } who)
        {
            var coder = CanonicalJson.Of(("coder", who))[1..^1];
            conditions.Add($"(e.who = {Give("$who", who)} OR instr(p.body, {Give("$coder", coder)}) > 0)");
        }

        if (filter.Words.Count > 0)
        {
            conditions.Add($"e.what IN ({string.Join(", ", filter.Words.Select((w, i) => Give(string.Create(CultureInfo.InvariantCulture, $"$word{i}"), w)))})");
        }

        if (filter.From is { } from)
        {
            conditions.Add($"e.at >= {Give("$from", EntryForm.Time(from))}");
        }

        if (filter.Before is { } before)
        {
            conditions.Add($"e.at < {Give("$before", EntryForm.Time(before))}");
        }

        if (filter.Naming.Count > 0)
        {
            conditions.Add($"({string.Join(" OR ", filter.Naming.Select((n, i) => $"instr(p.body, {Give(string.Create(CultureInfo.InvariantCulture, $"$name{i}"), Encoding.UTF8.GetBytes(n))}) > 0"))})");
        }

        var payloads = filter.Who is { Length: > 0 } || filter.Naming.Count > 0 ? "LEFT JOIN payloads p ON p.device = e.device AND p.seq = e.seq " : "";
        command.CommandText = $"SELECT {columns} FROM entries e {payloads}{(conditions.Count > 0 ? "WHERE " + string.Join(" AND ", conditions) : "")}{rest}";
        return command;
    }
}
