using System.Globalization;
using Plumbline.Bench.Next;
using Plumbline.Claims;
using Plumbline.Cli;
using Plumbline.Invented;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

/// <summary>Invented rulings, read by the machine, and a reviewer who knows what is true of them.</summary>
public sealed class NextOrderTests
{
    private const int Seeds = 6;

    private static readonly ClaimsFile Claims = ClaimsFile.Parse("""
        fined: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine'"}
        arrested: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'arrest' AND arrest_days >= 5"}
        total: {sql: "SELECT unit_id, fine_rub AS amount FROM rulings WHERE outcome = 'fine'", measure: sum}
        """);

    [Fact]
    public void The_order_takes_no_more_codings_than_chance_in_the_mean()
    {
        using var given = new TestCase();
        given.CodebookOf("rulings-ru", "rulings");
        var rulings = InventedRulings.Make(5, 24, new InventedOptions { HtmlShare = 0, DuplicateShare = 0 }).ToList();
        given.Give([.. rulings.Select(r => (r.FileName, r.Bytes))]);
        given.Build();
        var truths = rulings.ToDictionary(r => r.FileName, r => r.Truth);
        var fines = truths.Values.Where(t => t.Outcome == "fine").ToList();
        var sum = fines.Sum(f => f.FineRub ?? 0);
        foreach (var draft in new[]
        {
            $"[at least {fines.Count / 2} rulings](claim:fined)",
            $"[exactly {fines.Count} rulings](claim:fined)",
            $"[no more than {truths.Count / 2} rulings](claim:arrested)",
            string.Create(CultureInfo.InvariantCulture, $"[more than {sum / 2} roubles](claim:total)\n\n[at least {fines.Count / 2} rulings](claim:fined)"),
        })
        {
            using var built = BuiltCase.Open(given.Folder);
            var copy = Path.Combine(given.Folder.Root, Guid.NewGuid().ToString("N") + ".duckdb");
            File.Copy(built.TablesPath, copy);
            File.SetAttributes(copy, FileAttributes.Normal);
            using var simulation = new ReviewSimulation(copy, Claims, draft, (file, variable) => Truth(truths[file], variable));
            Assert.Contains(simulation.Check(), c => c.Verdict == Verdict.Open);
            var order = simulation.InOrder();
            var chance = Enumerable.Range(0, Seeds).Average(s => simulation.ByChance(s, wholeUnits: false));
            Assert.True(order > 0 && order <= chance, $"{draft}: {order} in order, {chance} by chance");
        }
    }

    private static string? Truth(InventedTruth truth, string variable) => variable switch
    {
        "outcome" => truth.Outcome,
        "fine_rub" => truth.FineRub is { } fine ? $"{fine} RUB" : null,
        "arrest_days" => truth.ArrestDays?.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(variable)),
    };
}
