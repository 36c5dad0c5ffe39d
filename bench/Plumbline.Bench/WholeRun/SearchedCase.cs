using System.Diagnostics;
using Plumbline.Cases;
using Plumbline.Pipeline;

namespace Plumbline.Bench.WholeRun;

/// <summary>Queries as people try them: in an open case, and as whole commands.</summary>
internal static class SearchedCase
{
    private static readonly string[] Queries =
    [
        "рапорт w/s протокол", "\"ст 20.2\"", "штраф pre/8 (руб OR рублей)", "арест w/10 сутки", "*видео*", "суд w/10 дело",
        "(вина OR виновен) w/3 (признал OR признала)", "видеозапись AND NOT отсутствует", "распознаван* w/5 лиц", "судья OR суд OR дело",
        "section:operative (назначить pre/25 штраф)", "NOT видеозапись", "невиданное",
    ];

    public static IReadOnlyList<(string Query, double First, double Median, long Texts)> Inside(string path)
    {
        using var built = BuiltCase.Open(CaseFolder.At(path));
        return [.. Queries.Select(q =>
        {
            var (times, texts) = (new List<double>(), 0L);
            for (var round = 0; round < 6; round++)
            {
                var clock = Stopwatch.StartNew();
                texts = built.Search(q, new CaseSearchOptions()).Texts;
                times.Add(clock.Elapsed.TotalSeconds);
            }

            return (q, times[0], times.Skip(1).Order().ElementAt(2), texts);
        })];
    }

    public static IReadOnlyList<Cost> Whole(WholeRunOptions options) =>
        [.. Queries.Select(q => ChildRun.Run(options.Plumb, ["search", options.Case, q, "--json"], 1))];
}
