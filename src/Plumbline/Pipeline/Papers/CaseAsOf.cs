using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Replies;
using Plumbline.Pipeline.Signing;

namespace Plumbline.Pipeline.Papers;

/// <summary>The day of which a paper is, when that is not the present.</summary>
/// <param name="Day">The day, in the zone of the case.</param>
/// <param name="Signature">What was signed then, as people call it; null where only the day was given.</param>
public sealed record PaperAsOf(DateOnly Day, string? Signature)
{
    /// <summary>What is as it was, in a sentence.</summary>
    public string InWords => Signature is null
        ? $"Documents and decisions as they stood at the end of {CaseDay.Text(Day)}; codebooks, claims and drafts as they are now."
        : $"As it was signed: {Signature}, {CaseDay.Text(Day)}, with drafts, claims and codebooks of then.";
}

/// <summary>
/// A case as it stood: when something was signed, with the files of then; or at the end of a day, with the files of now, since only
/// signatures keep what people had written. What may be shown of it is a matter of today.
/// </summary>
public sealed class CaseAsOf : IDisposable
{
    private readonly IDisposable state;

    private CaseAsOf(IDisposable state, BuiltCase built, CaseFolder files, PaperAsOf day, IReadOnlyList<JournalHead> heads, IReadOnlyList<string> drafts) =>
        (this.state, Built, Files, Day, Heads, Drafts) = (state, built, files, day, heads, drafts);

    /// <summary>Its build.</summary>
    public BuiltCase Built { get; }

    /// <summary>Where claims, codebooks and drafts of it lie.</summary>
    public CaseFolder Files { get; }

    /// <summary>Which day it is.</summary>
    public PaperAsOf Day { get; }

    /// <summary>What its journal held.</summary>
    public IReadOnlyList<JournalHead> Heads { get; }

    /// <summary>Paths of the drafts.</summary>
    public IReadOnlyList<string> Drafts { get; }

    /// <summary>Makes it, or opens what was kept.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="name">A signature, or a day such as 2026-11-20.</param>
    /// <param name="drafts">Drafts that are asked for; none: all.</param>
    /// <param name="options">How to build.</param>
    /// <param name="progress">Of building.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="UsageException">No such signature, nothing had come in by that day, a draft that was not signed, or a file that was erased since.</exception>
    public static CaseAsOf Open(
        CaseFolder folder, string name, IReadOnlyList<string> drafts, BuildOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(drafts);
        return CaseReplies.Day(name) is { } day && Signatures.Of(folder).All(s => s.Name != name)
            ? OfDay(folder, day, drafts, options, progress, cancellation)
            : Signed(folder, Signatures.Find(folder, name), drafts, options, progress, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();

    private static CaseAsOf Signed(
        CaseFolder folder, Signature signature, IReadOnlyList<string> drafts, BuildOptions options, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var names = drafts.Select(d => signature.Drafts.Any(s => s.File == d) ? d : CaseCheck.Name(folder, d)).ToList();
        if (names.Find(n => signature.Drafts.All(s => s.File != n)) is { } stranger)
        {
            throw SigningProblems.NotSigned(stranger, signature.Drafts.Select(d => d.File));
        }

        var state = SignedState.Open(folder, signature, options, makeAgain: false, progress, cancellation);
        var paths = signature.Drafts.Where(d => names.Count == 0 || names.Contains(d.File)).Select(d => Path.Combine(state.Files.Root, d.File.Replace('/', Path.DirectorySeparatorChar)));
        var day = new PaperAsOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(signature.At, CaseDay.Zone(folder)).DateTime), signature.Shown);
        return new CaseAsOf(state, state.Built, state.Files, day, signature.Heads, [.. paths.Where(File.Exists)]);
    }

    private static CaseAsOf OfDay(
        CaseFolder folder, DateOnly day, IReadOnlyList<string> drafts, BuildOptions options, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var zone = CaseDay.Zone(folder);
        var heads = HeadsBefore(folder, new DateTimeOffset(next, zone.GetUtcOffset(next)));
        if (heads.Count == 0)
        {
            throw PaperProblems.NothingYet(day);
        }

        var apart = new ApartBuilds(folder, options);
        try
        {
            return new CaseAsOf(apart, apart.Build(new CaseChange { UpTo = heads }, progress, cancellation), folder, new PaperAsOf(day, null), heads, drafts);
        }
        catch
        {
            apart.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The last entry of each device before a moment, by the devices' own clocks; and whatever those entries had seen, where a clock went wrong:
    /// it was there.
    /// </summary>
    internal static IReadOnlyList<JournalHead> HeadsBefore(CaseFolder folder, DateTimeOffset moment)
    {
        using var journal = Journal.OpenRead(folder);
        var entries = journal.Entries().GroupBy(e => e.Device, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(e => e.Seq).ToList(), StringComparer.Ordinal);
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        var open = new Queue<(string Device, long Seq)>(entries.Select(e => (e.Key, e.Value.TakeWhile(x => x.At < moment).LastOrDefault()?.Seq ?? 0)));
        while (open.TryDequeue(out var head))
        {
            var from = last.GetValueOrDefault(head.Device);
            if (head.Seq > from)
            {
                last[head.Device] = head.Seq;
                entries[head.Device].Where(e => e.Seq > from && e.Seq <= head.Seq).SelectMany(e => e.Seen).Where(s => entries.ContainsKey(s.Device)).ToList().ForEach(s => open.Enqueue((s.Device, s.Seq)));
            }
        }

        return [.. last.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new JournalHead(l.Key, l.Value, entries[l.Key].Last(e => e.Seq == l.Value).Hash))];
    }
}
