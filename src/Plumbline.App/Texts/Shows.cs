using Plumbline.Cases;
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

    /// <summary>A role.</summary>
    public static string Role(this Language language, Role role) => language.Say(role switch
    {
        Plumbline.Cases.Role.Editor => Words.RoleEditor,
        Plumbline.Cases.Role.Adjudicator => Words.RoleAdjudicator,
        Plumbline.Cases.Role.Coder => Words.RoleCoder,
        _ => Words.RoleViewer,
    });

    /// <summary>What somebody of a role may do.</summary>
    public static string RoleMeaning(this Language language, Role role) => language.Say(role switch
    {
        Plumbline.Cases.Role.Editor => Words.RoleEditorMeans,
        Plumbline.Cases.Role.Adjudicator => Words.RoleAdjudicatorMeans,
        Plumbline.Cases.Role.Coder => Words.RoleCoderMeans,
        _ => Words.RoleViewerMeans,
    });
}
