using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>Dates of both languages, with and without a year.</summary>
internal static partial class PlainNumbers
{
    private static CivilDate? NumericDate(string text, int start, out int end)
    {
        var match = DateDigits().Match(text, start);
        end = match.Index + match.Length;
        if (!match.Success)
        {
            return null;
        }

        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var year = Part("y");
        return ToDay(year < 100 ? 2000 + year : year, Part("m"), Part("d")) ?? CivilDate.Year(year < 100 ? 2000 + year : year);
    }

    /// <summary>4 December 2011, 5th of March, 4–10 декабря 2011 года, 4 and 5 December.</summary>
    private static (Figure, int)? DayFirst(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var day = tokens[at];
        if (!day.IsPlain || day.Value is < 1 or > 31 || day.End - day.Start > 2)
        {
            return null;
        }

        var i = at + 1;
        if (i < tokens.Count && tokens[i].IsGlued && tokens[i].Text is "st" or "nd" or "rd" or "th")
        {
            i++;
        }

        if (i + 1 < tokens.Count && tokens[i].Is("-") && tokens[i].IsGlued && tokens[i + 1].Text is "го" or "е")
        {
            i += 2;
        }

        if (i < tokens.Count && tokens[i].Is("of"))
        {
            i++;
        }

        if (i < tokens.Count && IsMonth(tokens[i], out var month))
        {
            return Completed(text, tokens, at, i, (int)day.Value, month, YearAt(tokens, i + 1, out var last), last < 0 ? i : last);
        }

        // 4–10 December is one date; of others ("4 and 5 December") the month stands behind the last.
        if (i + 2 < tokens.Count && tokens[i].Text is "-" or "–" && tokens[i].IsGlued && tokens[i + 1] is { IsGlued: true, IsPlain: true, Value: >= 1 and <= 31 } last2 && last2.End - last2.Start <= 2 && IsMonth(tokens[i + 2], out _))
        {
            _ = YearAt(tokens, i + 3, out var lastOfYear);
            return Until(text, tokens, at, lastOfYear < 0 ? i + 2 : lastOfYear);
        }

        while (i + 1 < tokens.Count && i < at + 10 && tokens[i].Text is "-" or "–" or "," or "and" or "to" or "и" or "или" or "or" or "по" or "до" or "until"
               && tokens[i + 1] is { IsPlain: true, Value: >= 1 and <= 31 } other && other.End - other.Start <= 2)
        {
            i += 2;
            if (i < tokens.Count && tokens[i].IsGlued && tokens[i].Text is "st" or "nd" or "rd" or "th")
            {
                i++;
            }

            if (i < tokens.Count && IsMonth(tokens[i], out month))
            {
                var year = YearAt(tokens, i + 1, out _);
                return Completed(text, tokens, at, at, (int)day.Value, month, year, at);
            }
        }

        return null;
    }

    /// <summary>December 4, 2011; May 6th; December 2011; декабре 2011 года.</summary>
    private static (Figure, int)? MonthFirst(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        if (!IsMonth(tokens[at], out var month))
        {
            return null;
        }

        if (YearAt(tokens, at + 1, out var last) is { } year)
        {
            var (figure, next) = Until(text, tokens, at, last);
            return (figure with { Date = CivilDate.Month(year, month) }, next);
        }

        var behind = at + 1 < tokens.Count && tokens[at + 1] is { Text: ".", IsGlued: true } && tokens[at].Text.Length <= 4 ? at + 2 : at + 1;
        if (behind < tokens.Count && char.IsAscii(tokens[at].Text[0]) && tokens[behind] is { IsPlain: true, Value: >= 1 and <= 31 } day && day.End - day.Start <= 2)
        {
            var i = behind;
            if (i + 1 < tokens.Count && tokens[i + 1].IsGlued && tokens[i + 1].Text is "st" or "nd" or "rd" or "th")
            {
                i++;
            }

            var comma = i + 1 < tokens.Count && tokens[i + 1].Is(",") ? i + 2 : i + 1;
            return Completed(text, tokens, at, i, (int)day.Value, month, YearAt(tokens, comma, out last), last < 0 ? i : last);
        }

        return null;
    }

    private static (Figure, int) Completed(string text, IReadOnlyList<FigureToken> tokens, int at, int until, int day, int month, int? year, int last)
    {
        var (figure, next) = Until(text, tokens, at, year is null ? until : last);
        return (year is { } y ? figure with { Date = ToDay(y, month, day) } : figure with { DayOfYear = (month, day) }, next);
    }

    private static (Figure Figure, int Next) Until(string text, IReadOnlyList<FigureToken> tokens, int at, int last)
    {
        var span = new TextSpan(tokens[at].Start, tokens[last].End);
        return (Of(text, span, span, FigureKind.Date), last + 1);
    }

    /// <summary>A year at a token (past a comma), with "года"; <paramref name="last"/> is its last token, -1 when there is none.</summary>
    private static int? YearAt(IReadOnlyList<FigureToken> tokens, int at, out int last)
    {
        last = -1;
        if (at < tokens.Count && tokens[at].Is(",") && at + 1 < tokens.Count && tokens[at + 1] is { IsPlain: true, Value: >= 1900 and <= 2100 })
        {
            at++;
        }

        if (at >= tokens.Count || tokens[at] is not { IsPlain: true, Value: >= 1800 and <= 2100 } || tokens[at].End - tokens[at].Start != 4)
        {
            return null;
        }

        last = at;
        if (at + 1 < tokens.Count && tokens[at + 1].Text is "года" or "г" or "году" or "год")
        {
            last = tokens[at + 1].Is("г") && at + 2 < tokens.Count && tokens[at + 2].Is(".") && tokens[at + 2].IsGlued ? at + 2 : at + 1;
        }

        return (int)tokens[at].Value;
    }

    /// <summary>"may" and "march" are months only with a capital.</summary>
    private static bool IsMonth(FigureToken token, out int month) =>
        Months.TryGetValue(token.Text, out month) && (!char.IsAscii(token.Text[0]) || token.IsCapital);

    private static CivilDate? ToDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? CivilDate.Day(year, month, day) : null;

    private static Dictionary<string, int> MakeMonths()
    {
        string[] forms =
        [
            "january jan январь января январе январем", "february feb февраль февраля феврале февралем", "march mar март марта марте мартом", "april apr апрель апреля апреле апрелем",
            "may май мая мае маем", "june jun июнь июня июне июнем", "july jul июль июля июле июлем", "august aug август августа августе августом",
            "september sep sept сентябрь сентября сентябре сентябрем", "october oct октябрь октября октябре октябрем", "november nov ноябрь ноября ноябре ноябрем",
            "december dec декабрь декабря декабре декабрем",
        ];
        return forms.SelectMany((f, i) => f.Split(' ').Select(w => (Word: w, Month: i + 1))).ToDictionary(m => m.Word, m => m.Month, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\G(?:(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<y>\d{4}|\d{2})|(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2}))(?![\d.]\d|\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateDigits();
}
