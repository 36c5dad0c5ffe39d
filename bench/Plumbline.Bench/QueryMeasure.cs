using System.Diagnostics;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Bench;

/// <summary>Build, recode and search of many invented rulings on two threads.</summary>
internal static class QueryMeasure
{
    private static readonly string[] Rules =
    [
        "\"ст 20.2\"", "рапорт w/s протокол", "штраф pre/8 (руб OR рублей)", "арест w/10 сутки", "вина w/5 NOT1 OR видеозапись", "*видео*",
        "(вина OR виновен) w/3 (признал OR признала)", "видеозапись AND NOT отсутствует", "распознаван* w/5 лиц", "свидетель w/s показания", "судья OR суд OR дело",
        "\"без удовлетворения\"",
    ];

    public static void Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("plumb-bench-").FullName;
        try
        {
            var texts = Make(count, 2);
            Console.WriteLine($"{count} documents, {texts.Sum(t => t.Sum(x => (long)x.Length)) / count} letters each");
            Time("build, 2 threads", count, () => Parallel.For(0, 2, p => Write(Path.Combine(folder, $"{p}"), texts[p])));
            texts = [];
            GC.Collect();
            TokenPart[] parts = [TokenPart.Open(Path.Combine(folder, "0")), TokenPart.Open(Path.Combine(folder, "1"))];
            Console.WriteLine($"{parts.Sum(p => (long)p.Vocabulary.Count)} forms, {new DirectoryInfo(folder).GetFiles().Sum(f => f.Length) >> 20} MB");
            var queries = Enumerable.Range(0, 60).Select(i => Parse(Rules[i % Rules.Length].Replace("NOT1", "не", StringComparison.Ordinal) + (i < Rules.Length ? "" : $" OR слово{i}"))).ToList();
            for (var round = 0; round < 3; round++)
            {
                QueryProgram[] programs = [];
                Time("compile 60 rules for 2 vocabularies", 2, () => programs = [.. parts.Select(p => new QueryProgram(queries, p.Vocabulary))]);
                Time("60 rules, 1 thread", count, () => Evaluate(parts, programs));
            }

            foreach (var rule in Rules.Append("?а*лен*ова").Append("назначит* w/20 (штраф* OR арест*)").Append("NOT видеозапись"))
            {
                var query = Parse(rule.Replace("NOT1", "не", StringComparison.Ordinal));
                SearchResult? found = null;
                for (var round = 0; round < 3; round++)
                {
                    var watch = Stopwatch.StartNew();
                    var cpu = Process.GetCurrentProcess().TotalProcessorTime;
                    found = TokenSearch.Run(query, parts, new WholeDocuments(parts), new SearchOptions { Threads = 2 });
                    Console.Write($"{watch.Elapsed.TotalMilliseconds,7:F1} ({(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds:F0}) ms");
                }

                Console.WriteLine($"   {found!.Documents} documents, {found.Hits} hits: {rule}");
            }

            foreach (var part in parts)
            {
                part.Dispose();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[][] Make(int count, int threads)
    {
        var texts = new string[threads][];
        Parallel.For(0, threads, t =>
        {
            var rulings = new InventedRulings(t);
            texts[t] = [.. Enumerable.Range(0, count / threads).Select(_ => rulings.Next())];
        });
        return texts;
    }

    private static void Write(string path, string[] texts)
    {
        using var writer = new TokenPartWriter(path);
        foreach (var text in texts)
        {
            writer.Add(text, out _);
        }

        var watch = Stopwatch.StartNew();
        writer.Finish();
        Console.WriteLine($"  of it vocabulary and postings {watch.Elapsed.TotalSeconds:F2} s");
    }

    private static void Evaluate(TokenPart[] parts, QueryProgram[] programs)
    {
        var hits = new QueryHits();
        long all = 0;
        for (var p = 0; p < parts.Length; p++)
        {
            for (var d = 0; d < parts[p].DocumentCount; d++)
            {
                var document = parts[p].Document(d);
                programs[p].Evaluate(document, document.All, [], hits);
                for (var q = 0; q < hits.QueryCount; q++)
                {
                    all += hits[q].Length;
                }
            }
        }

        Console.Write($"  {all} hits ");
    }

    private static void Time(string what, int things, Action action)
    {
        var watch = Stopwatch.StartNew();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        Console.WriteLine(
            $"{what}: {watch.Elapsed.TotalSeconds:F3} s, {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:F2} s CPU, {things / watch.Elapsed.TotalSeconds:F0}/s");
    }

    private static Query Parse(string text)
    {
        List<Problem> problems = [];
        return Query.Parse(text, new QueryOrigin(), problems) ?? throw new InvalidOperationException(problems[0].Sentence);
    }
}
