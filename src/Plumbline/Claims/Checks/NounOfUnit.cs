using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Checks;

/// <summary>
/// The noun of a figure must be a word for what its claim counts: "141 people" is not what 141 detentions say, since one person can be
/// detained twice. Asked are the codebook's <c>words</c>; where it has none in the draft's language, only people are told from
/// what is none. A claim that says itself what it counts is compared by that (CHK060), not here.
/// </summary>
internal static class NounOfUnit
{
    public static Doubt? Find(CheckedClaim found, Claim claim, ProseFigure? figure, IReadOnlyDictionary<string, UnitNames> units)
    {
        if (figure is not { Figure: { Kind: FigureKind.Count or FigureKind.Vague, Unit: not null, Words.Count: > 0, IsNone: false } said } || found.Kind is not { } table
            || claim.Query?.Measure != Measure.Count || !units.TryGetValue(table, out var names))
        {
            return null;
        }

        var isRussian = IsRussian(said.Words[^1]);
        if (claim.Counts.TryGetValue(isRussian ? "ru" : "en", out var own) && own.Count > 0)
        {
            return null;
        }

        var words = names.Words.Where(w => IsRussian(w) == isRussian).ToList();
        var isOther = words.Count > 0
            ? !NounStems.AnyFits(said.Words, words) && !(isRussian && NounStems.AnyFits(Behind(figure), words))
            : figure.IsPeople && !$"{table} {names.Label}".Split(' ', '_').Any(w => People.Are(Stems.Of(w)));
        return isOther ? new Doubt("noun", figure.Place, null, $"the claim '{claim.Id}' counts {(words.Count > 0 ? string.Join(", ", words) : names.Label)}.") : null;
    }

    /// <summary>In Russian what belongs to a participle may stand before the noun.</summary>
    private static IEnumerable<string> Behind(ProseFigure figure) =>
        figure.Passage.Between(figure.Figure.Number.End, figure.Passage.Text.Length).TakeWhile(t => t.Kind == TokenKind.Word || t.Text is "," or "*").Where(t => t.Kind == TokenKind.Word).Take(6).Select(t => t.Text);

    private static bool IsRussian(string word) => word.AsSpan().ContainsAnyInRange('а', 'я');
}
