using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Bench.Kills;

/// <summary>
/// SIGKILL at random moments of every verb that writes. After each: the journal verifies and holds all that it held; each entry that
/// was acknowledged is there; the build in use is whole; the same command given again ends well. Now and then, and at the end, the
/// build is that of a clean one. A kill does not show a missing flush: that is shown by the order of system calls, in a test.
/// </summary>
internal sealed partial class KillMeasure(string program, int count, int seed, string? only)
{
    private const int Rulings = 40;
    private const int BetweenBuilds = 50;
    private readonly Random random = new(seed);
    private readonly SortedDictionary<string, (int Kills, int Ended)> tally = new(StringComparer.Ordinal);
    private readonly List<string> lost = [];

    public static int Run(IReadOnlyList<string> words)
    {
        var (count, seed, only) = (1000, 20261125, (string?)null);
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "--seed": seed = int.Parse(words[++i], CultureInfo.InvariantCulture); break;
                case "--only": only = words[++i]; break;
                default: count = int.Parse(words[i], CultureInfo.InvariantCulture); break;
            }
        }

        return new KillMeasure(Path.Combine(Directory.GetCurrentDirectory(), "artifacts", "plumb", "plumb"), count, seed, only).Run();
    }

    private int Run()
    {
        var root = Directory.CreateTempSubdirectory("plumb-kills-").FullName;
        var c = new KillCase(program, root, Rulings);
        var verbs = KilledVerbs.All.Where(v => only is null || v.Name == only).ToList();
        var lengths = verbs.ToDictionary(v => v, v => Time(() => KilledRun.Run(program, v.Words(c, random), null)));
        var clock = Stopwatch.StartNew();
        for (var round = 1; round <= count; round++)
        {
            Round(c, verbs[round % verbs.Count], lengths);
            if (round % BetweenBuilds == 0 || round == count)
            {
                CompareWithClean(c);
                Console.Error.WriteLine(FormattableString.Invariant($"{round} of {count}, {clock.Elapsed.TotalSeconds:0} s, {lost.Count} lost"));
            }
        }

        Console.WriteLine("| verb | killed | ended before the kill |\n| --- | --- | --- |");
        foreach (var (verb, (kills, ended)) in tally)
        {
            Console.WriteLine($"| {verb} | {kills} | {ended} |");
        }

        Console.WriteLine($"\n{tally.Values.Sum(t => t.Kills)} kills, {lost.Count} faults.");
        lost.ForEach(Console.WriteLine);
        Directory.Delete(root, recursive: true);
        return lost.Count == 0 ? 0 : 1;
    }

    private void Round(KillCase c, KilledVerb verb, Dictionary<KilledVerb, TimeSpan> lengths)
    {
        var words = verb.Words(c, random);
        CaseFolder[] cases = [c.Folder, CaseFolder.At(c.Other)];
        var heads = cases.Select(c.Heads).ToList();
        var clock = Stopwatch.StartNew();
        var ended = KilledRun.Run(program, words, lengths[verb] * (random.NextDouble() * 1.1));
        if (ended.IsDone && clock.Elapsed < lengths[verb])
        {
            // The first time was a slow one: most kills would come after the end.
            lengths[verb] = clock.Elapsed;
        }

        var (kills, whole) = tally.GetValueOrDefault(verb.Name);
        tally[verb.Name] = ended.Code == 137 ? (kills + 1, whole) : (kills, whole + 1);
        foreach (var (folder, before) in cases.Zip(heads))
        {
            Look(c, folder, before, verb.Name, ended);
        }

        // Given again, it ends well: all is done, or what is left is done now.
        if (!ended.IsDone && KilledRun.Run(program, words, null) is var again && !again.IsDone && !verb.Again.Contains(again.Code))
        {
            Lose($"{verb.Name}: given again it ended with {again.Code}: {again.Error}");
        }
    }

    private void Look(KillCase c, CaseFolder folder, IReadOnlyList<JournalHead> before, string verb, Ended ended)
    {
        var known = c.New("heads");
        File.WriteAllLines(known, before.Select(h => h.ToString()));
        var verified = CaseVerification.Verify(folder, new VerifyOptions { HeadsFile = known });
        if (!verified.IsIntact || verified.KnownHeads == CheckOutcome.Failed)
        {
            Lose($"{verb}: {verified.FirstBroken?.Sentence} {verified.KnownHeads}");
        }

        if (BuildVerification.Check(folder).Outcome == CheckOutcome.Failed)
        {
            Lose($"{verb}: the build in use is damaged");
        }

        var heads = c.Heads(folder);
        foreach (Match name in folder == c.Folder ? EntryNames().Matches(ended.Output) : Enumerable.Empty<Match>())
        {
            if (!heads.Any(h => h.Device.StartsWith(name.Groups[1].Value, StringComparison.Ordinal) && h.Seq >= long.Parse(name.Groups[2].Value, CultureInfo.InvariantCulture)))
            {
                Lose($"{verb}: {name.Value} was acknowledged and is not there");
            }
        }
    }

    private void CompareWithClean(KillCase c)
    {
        var digests = new[] { Digest(c.Must("build", c.Folder.Root, "--json")), Digest(c.Must("build", c.Folder.Root, "--clean", "--json")) };
        if (digests[0] != digests[1])
        {
            Lose($"the build is not that of a clean one");
        }
    }

    private void Lose(string what)
    {
        lost.Add(what);
        Console.Error.WriteLine(what);
    }

    private static string? Digest(Ended ended)
    {
        using var answer = JsonDocument.Parse(ended.Output);
        return answer.RootElement.GetProperty("digest").GetString();
    }

    private static TimeSpan Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed;
    }

    [GeneratedRegex(@"^([0-9a-f]{8}):([0-9]+)  ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex EntryNames();
}
