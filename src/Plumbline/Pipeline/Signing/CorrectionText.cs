using System.Globalization;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Pipeline.Signing.Causes;

namespace Plumbline.Pipeline.Signing;

/// <summary>
/// A proposal for the correction of one figure, in English or Russian. It gives the figure as it was printed, what the case has now, and
/// sorts of reasons; no words of documents, no names of sources or coders.
/// </summary>
internal static class CorrectionText
{
    private const int MostReasons = 3;
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    private static readonly NumberFormatInfo Russian = new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = "," };

    /// <summary><c>ru</c> when most letters are Cyrillic, else <c>en</c>.</summary>
    public static string LanguageOf(string sentence) => sentence.Count(c => c is >= 'а' and <= 'я' or >= 'А' and <= 'Я' or 'ё' or 'Ё') * 2 > sentence.Count(char.IsLetter) ? "ru" : "en";

    public static string Of(MovedFigure figure, string language)
    {
        var now = figure.Now!;
        var reasons = string.Join("; ", figure.Causes.Take(MostReasons).Select(c => language == "ru" ? Ru(c, figure.Claim) : En(c, figure.Claim)).Distinct());
        var value = Value(now, language);
        if (language == "ru")
        {
            return value is null
                ? $"В более ранней версии этого текста говорилось: «{now.Text}». Сейчас мы не можем подтвердить эти слова. Причина: {reasons}."
                : now.Verdict == Verdict.Open
                    ? $"В более ранней версии этого текста говорилось: «{now.Text}». Сейчас можно утверждать: {value}; остальное проверяется. Причина: {reasons}."
                    : $"В более ранней версии этого текста говорилось: «{now.Text}». Верно: {value}. Причина: {reasons}.";
        }

        var what = now.LowDay is not null || now.HighDay is not null ? "date" : now.Figure?.Kind is FigureKind.Percent or FigureKind.Share ? "share" : now.Figure?.Kind == FigureKind.Money ? "amount" : "number";
        return value is null
            ? $"An earlier version of this article said “{now.Text}”. We can't stand by that figure now, because {reasons}."
            : now.Verdict == Verdict.Open
                ? $"An earlier version of this article said “{now.Text}”. What we can show now is {value}, because {reasons}; the rest is being checked."
                : $"An earlier version of this article said “{now.Text}”. The {what} is {value}, because {reasons}.";
    }

    /// <summary>What the case has now, said as the figure was; null when there is nothing that could be said.</summary>
    private static string? Value(CheckedClaim now, string language)
    {
        var (low, high) = (End(now, now.Low, now.LowDay, language), End(now, now.High, now.HighDay, language));
        var isRu = language == "ru";
        if (now.Verdict == Verdict.Error || (low is null && high is null))
        {
            return null;
        }

        return (now.Figure?.Relation, low, high) switch
        {
            (Relation.AtLeast or Relation.MoreThan, not null, _) => now.Low == 0 ? null : (isRu ? "не менее " : "at least ") + low,
            (Relation.AtMost or Relation.LessThan, _, not null) => (isRu ? "не более " : "no more than ") + high,
            (_, null, not null) => (isRu ? "не более " : "no more than ") + high,
            (_, not null, null) => (isRu ? "не менее " : "at least ") + low,
            _ when low == high => low,
            _ => isRu ? $"от {low} до {high}" : $"between {low} and {high}",
        };
    }

    private static string? End(CheckedClaim now, decimal? number, DateOnly? day, string language)
    {
        if (day is { } d)
        {
            return d.ToString(language == "ru" ? "dd.MM.yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
        }

        if (number is not { } n)
        {
            return null;
        }

        var isShare = now.Figure?.Kind == FigureKind.Share;
        var text = Math.Round(isShare ? n * 100 : n, 2).ToString("#,0.##", language == "ru" ? Russian : CultureInfo.InvariantCulture);
        return isShare || now.Figure?.Kind == FigureKind.Percent ? text + "%" : now.Figure?.Kind == FigureKind.Money && now.Currency is { } currency ? $"{text} {currency}" : text;
    }

    private static string En(MoveCause cause, Claim? claim)
    {
        var names = claim?.Counts.GetValueOrDefault("en") ?? [];
        var noun = names.Count == 0 ? (cause.Units == 1 ? "unit" : "units") : cause.Units == 1 || names.Count == 1 ? names[0] : names[1];
        var some = cause.Units == 0 ? "some" : $"{(cause.Units < Small.Length ? Small[cause.Units] : cause.Units.ToString("#,0", CultureInfo.InvariantCulture))} {noun}";
        var were = cause.Units == 1 ? "was" : "were";
        return cause.Kind switch
        {
            CauseKind.Withdrawn => $"{some} rested on documents that were withdrawn",
            CauseKind.Reinstated => $"{some} came back with documents that had been withdrawn",
            CauseKind.Erased => $"{some} rested on material that was removed",
            CauseKind.Documents => $"{some} came in with new documents",
            CauseKind.Coded => $"{some} {were} read and coded by a person",
            CauseKind.Adjudicated => $"{some} {were} decided after a second reading",
            CauseKind.TakenBack => $"{some} rested on a reading that was taken back",
            CauseKind.Attached or CauseKind.United => $"it was cleared up which entries are one and the same ({some})",
            CauseKind.Carried or CauseKind.Definition => "the definition of what is counted changed",
            CauseKind.Codebook => "the rules by which texts are read were changed",
            CauseKind.CaseFile => "the rule on what counts as settled was changed",
            CauseKind.Claim => "what is counted was defined anew",
            CauseKind.Program => "a new version of the program reads some texts otherwise",
            CauseKind.Draft => "the sentence was changed",
            _ => "of a reason that has yet to be found",
        };
    }

    private static string Ru(MoveCause cause, Claim? claim)
    {
        // The noun stands in the genitive plural, which the third name gives, so that nothing has to agree.
        var noun = claim?.Counts.GetValueOrDefault("ru") is { Count: >= 3 } names ? names[2] : "единиц учёта";
        var some = cause.Units == 0 ? "" : $" ({noun}: {cause.Units.ToString("#,0", Russian)})";
        return cause.Kind switch
        {
            CauseKind.Withdrawn => $"отозваны документы, на которых основывались данные{some}",
            CauseKind.Reinstated => $"возвращены ранее отозванные документы{some}",
            CauseKind.Erased => $"удалены материалы, на которых основывались данные{some}",
            CauseKind.Documents => $"поступили новые документы{some}",
            CauseKind.Coded => $"часть материалов прочитана и размечена человеком{some}",
            CauseKind.Adjudicated => $"после повторного чтения принято решение{some}",
            CauseKind.TakenBack => $"прежняя разметка отозвана{some}",
            CauseKind.Attached or CauseKind.United => $"уточнено, какие записи говорят об одном и том же{some}",
            CauseKind.Carried or CauseKind.Definition => "уточнено определение того, что считается",
            CauseKind.Codebook => "изменены правила, по которым читаются тексты",
            CauseKind.CaseFile => "изменено правило, по которому данные считаются подтверждёнными",
            CauseKind.Claim => "заново определено, что именно считается",
            CauseKind.Program => "новая версия программы читает часть текстов иначе",
            CauseKind.Draft => "изменено само предложение",
            _ => "выясняется",
        };
    }
}
