using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// Columns of tables with a row of totals, the last or the first below the head: the numbers above (or below) must make it. Only of
/// whole tables whose cells are one number each; percentages when their total is 100.
/// </summary>
internal sealed class ColumnTotals : IDoubtRule
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "totals", "in total", "all", "sum", "grand total", "overall", "итого", "всего", "итог", "общее число", "сумма", "всего :", "итого :", "total :", "all events",
    };

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) =>
        passages.Where(p => p.Cell is not null).GroupBy(p => p.Cell!.Value.Table).SelectMany(t => Find([.. t]));

    private static IEnumerable<Doubt> Find(List<ProsePassage> cells)
    {
        var rows = cells.GroupBy(c => c.Cell!.Value.Row).OrderBy(r => r.Key).ToList();
        var sum = rows.FindIndex(r => r.MinBy(c => c.Cell!.Value.Column) is { } first && Totals.Contains(first.Words(0, first.Text.Length)));
        if (sum < 0 || rows.Count(r => r.Any(c => Totals.Contains(c.Words(0, c.Text.Length)))) > 1 || !(sum == rows.Count - 1 || sum <= 1))
        {
            yield break;
        }

        foreach (var total in rows[sum].Where(c => c.Cell!.Value.Column > rows[sum].Min(x => x.Cell!.Value.Column)))
        {
            var column = rows.Where((_, i) => i != sum && (sum == rows.Count - 1 || i > sum)).Select(r => r.FirstOrDefault(c => c.Cell!.Value.Column == total.Cell!.Value.Column)).OfType<ProsePassage>().ToList();
            var numbers = column.Select(c => (Cell: c, Number: Number(c))).ToList();

            // A head in words above the numbers is none of them.
            if (numbers.Count > 0 && numbers[0].Number is null)
            {
                numbers.RemoveAt(0);
            }

            if (Number(total) is not { } said || numbers.Count < 2 || numbers.Exists(n => n.Number is null) || numbers.Exists(n => n.Number!.Value.IsPercent != said.IsPercent) || (said.IsPercent && said.Value != 100))
            {
                continue;
            }

            var made = numbers.Sum(n => n.Number!.Value.Value);
            var room = numbers.Exists(n => n.Number!.Value.Step < 1) || said.IsPercent ? (numbers.Sum(n => n.Number!.Value.Step) + said.Step) / 2 : 0;
            if (Math.Abs(made - said.Value) > room)
            {
                var (first, last) = (numbers[0].Cell, numbers[^1].Cell);
                yield return new Doubt("column", total.PlaceOf(new(0, total.Text.Length), total.Text.Trim()), first.PlaceOf(new(0, first.Text.Length), $"{first.Text.Trim()} to {last.Text.Trim()}"),
                    $"the {numbers.Count} numbers of this column make {Verdicts.Shown(made)}, and the total says {Verdicts.Shown(said.Value)}.");
            }
        }
    }

    private static (decimal Value, decimal Step, bool IsPercent)? Number(ProsePassage cell)
    {
        var tokens = cell.Tokens;
        if (tokens is [{ Text: "–" or "-" }])
        {
            return (0, 1, false);
        }

        var isPercent = tokens is [_, { Text: "%" }];
        return tokens is [{ Kind: TokenKind.Number, Value: >= 0 }] || (isPercent && tokens[0] is { Kind: TokenKind.Number, Value: >= 0 })
            ? (tokens[0].Value, tokens[0].Decimals == 0 ? 1 : 1m / (decimal)Math.Pow(10, tokens[0].Decimals), isPercent)
            : null;
    }
}
