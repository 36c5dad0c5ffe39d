using System.Globalization;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Cli.Output;
using Plumbline.Evidence;

namespace Plumbline.App.Texts;

/// <summary>Values and statuses for people.</summary>
internal static class Shows
{
    /// <summary>A value, as people write it.</summary>
    /// <param name="language">The language.</param>
    /// <param name="variable">Its variable, or null when the codebook is another by now.</param>
    /// <param name="value">Canonical; several are parted by a comma.</param>
    public static string Value(Language language, Variable? variable, string value) => variable switch
    {
        { Type: VariableType.Category } => string.Join(", ", value.Split(", ").Select(v => variable.Values.FirstOrDefault(k => k.Key == v) is { Label.Length: > 0 } known ? known.Label : v)),
        { Type: VariableType.YesNo } when language == Language.Russian => value switch { "yes" => "да", "no" => "нет", _ => value },
        { Type: VariableType.Integer or VariableType.Money } when value.Split(' ') is [var number, ..] parts && long.TryParse(number, out var whole) && !variable.Multiple =>
            string.Join(' ', parts.Skip(1).Prepend(language.Digits(whole))),
        _ => SafeText.Line(value),
    };

    /// <summary>A status.</summary>
    public static string Status(Language language, string word) => language.Say(word switch
    {
        "stated" => Words.Stated,
        "not-stated" => Words.NotStated,
        "unclear" => Words.Unclear,
        "not-applicable" => Words.NotApplicable,
        "disputed" => Words.Disputed,
        _ => Words.NotCoded,
    });

    /// <summary>The ends of a figure: one number where both are the same; a share in per cent.</summary>
    public static string Ends(Language language, ClaimValue? low, ClaimValue? high, bool isShare)
    {
        string? Of(ClaimValue? value) => value is not { } v ? null
            : v.Number is { } number ? (isShare ? language.Decimal(number * 100, 1) + "\u00a0%" : language.Decimal(number, 2))
            : v.ToString();
        var (one, other) = (Of(low), Of(high));
        return one == other ? one ?? "–" : $"{one ?? "…"} – {other ?? "…"}";
    }

    /// <summary>A verdict.</summary>
    public static Text Name(Verdict verdict) => verdict switch { Verdict.Holds => Words.Holds, Verdict.Fails => Words.Fails, Verdict.Open => Words.OpenVerdict, Verdict.NotBacked => Words.NotBacked, _ => Words.Error };

    /// <summary>Why a figure has its verdict: in English the library's own sentence; in Russian the rule of its hedge, where it has ends.</summary>
    public static string Reason(Language language, CheckedClaim claim)
    {
        if (language == Language.English || claim is not { Figure: { Low: { } stated } figure, Low: not null, High: not null } || claim.Verdict is not (Verdict.Holds or Verdict.Fails or Verdict.Open))
        {
            return claim.Reason;
        }

        var rule = figure.Relation switch
        {
            Relation.AtLeast => Words.RuleAtLeast,
            Relation.MoreThan => Words.RuleMore,
            Relation.AtMost => Words.RuleAtMost,
            Relation.LessThan => Words.RuleLess,
            Relation.About => Words.RuleAbout,
            Relation.Between => Words.RuleBetween,
            _ => Words.RuleExact,
        };
        var number = language.Decimal(stated, 2);
        var said = figure.Relation == Relation.Between && figure.High is { } high ? $"{number} – {language.Decimal(high, 2)}" : number;
        return $"{language.Say(rule, said)} {language.Say(Words.RuleNow, Ends(language, new ClaimValue(claim.Low), new ClaimValue(claim.High), false))}";
    }

    /// <summary>A day, as people write it.</summary>
    public static string Day(Language language, DateOnly day) => language == Language.Russian
        ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
        : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The ends of a figure.</summary>
    public static string Ends(Language language, FigureStanding standing)
    {
        string? End(ClaimValue? value) => value is not { } v ? null : v.Number is { } number ? Digits(language, number) : v.Day is { } day ? Day(language, day) : null;
        return (End(standing.Low), End(standing.High)) switch
        {
            (null, null) => "",
            var (low, high) when low == high => low!,
            var (low, high) => $"{low ?? "…"}–{high ?? "…"}",
        };
    }

    private static string Digits(Language language, decimal number) => language == Language.Russian
        ? number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', '\u00a0').Replace('.', ',') : number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A stage of work, by its word; null before the first.</summary>
    public static string Stage(Language language, string? stage) => language.Say(stage switch
    {
        "ingest" => Words.StageIngest,
        "code" => Words.StageCode,
        "tables" => Words.StageTables,
        "check" => Words.StageCheck,
        "verify" => Words.StageVerify,
        null => Words.Working,
        _ => Words.StageCustody,
    });

    /// <summary>How much of a stage is done.</summary>
    public static string Done(Language language, StageProgress? progress) => progress is not { } p ? ""
        : p.Total > 0 ? $"{language.Digits(p.Done)} / {language.Digits(p.Total)}" : language.Digits(p.Done);

    /// <summary>The same in percent, for a bar.</summary>
    public static string Percent(StageProgress? progress) =>
        progress is { Total: > 0 } p ? (100 * p.Done / p.Total).ToString(CultureInfo.InvariantCulture) : "0";
}
