using System.Globalization;
using System.Text.Json;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;

namespace Plumbline.Custody.HandingOut;

/// <summary>
/// Payload of <c>payloads-withheld</c>: for whom a hand-out was made and exactly which payloads it leaves out, as ranges of
/// each device's numbers. Written and signed by the device that hands out. A journal whose last entry of some device says this is a hand-out:
/// what it names may be missing there, and nothing else. In any other journal, also the one that it was made from, more stands behind the
/// entry, and a missing payload is a broken one.
/// </summary>
internal sealed record WithheldEntries(string Coder, int Documents, IReadOnlyDictionary<string, IReadOnlyList<(long First, long Last)>> Ranges)
{
    public long Count => Ranges.Values.Sum(r => r.Sum(p => p.Last - p.First + 1));

    /// <summary>Of entries by device and number, numbers rising.</summary>
    public static WithheldEntries Of(string coder, int documents, IEnumerable<EntryName> entries)
    {
        var ranges = new SortedDictionary<string, IReadOnlyList<(long, long)>>(StringComparer.Ordinal);
        foreach (var device in entries.GroupBy(e => e.Device, StringComparer.Ordinal))
        {
            var own = new List<(long First, long Last)>();
            foreach (var (_, seq) in device)
            {
                if (own.Count > 0 && own[^1].Last == seq - 1)
                {
                    own[^1] = (own[^1].First, seq);
                }
                else
                {
                    own.Add((seq, seq));
                }
            }

            ranges.Add(device.Key, own);
        }

        return new WithheldEntries(coder, documents, ranges);
    }

    public bool Contains(string device, long seq) => Ranges.TryGetValue(device, out var own) && own.Any(r => r.First <= seq && seq <= r.Last);

    public JournalDraft Draft() => new(JournalWords.Withheld, CanonicalJson.Of(
        ("coder", Coder),
        ("documents", (long)Documents),
        ("withheld", Ranges.Select(r => (r.Key, (object?)string.Join(',', r.Value.Select(p => p.First == p.Last
            ? p.First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{p.First}-{p.Last}"))))).ToArray())));

    /// <summary>Reads a payload; null when it is none of this form.</summary>
    public static WithheldEntries? Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            var ranges = new SortedDictionary<string, IReadOnlyList<(long, long)>>(StringComparer.Ordinal);
            if (root.TryGetProperty("withheld", out var devices))
            {
                foreach (var device in devices.EnumerateObject())
                {
                    ranges.Add(device.Name, [.. (device.Value.GetString() ?? throw new FormatException()).Split(',').Select(Range)]);
                }
            }

            return new WithheldEntries(root.GetProperty("coder").GetString() ?? throw new FormatException(), root.GetProperty("documents").GetInt32(), ranges);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static (long First, long Last) Range(string text)
    {
        var numbers = text.Split('-');
        var (first, last) = (long.Parse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture), long.Parse(numbers[^1], NumberStyles.None, CultureInfo.InvariantCulture));
        return numbers.Length <= 2 && first >= 1 && last >= first ? (first, last) : throw new FormatException();
    }
}
