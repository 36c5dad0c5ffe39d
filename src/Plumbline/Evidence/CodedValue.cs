using System.Globalization;

namespace Plumbline.Evidence;

/// <summary>
/// One value of a variable. <see cref="Text"/> is its canonical form, the same in journal, tables, JSON and YAML:
/// text as it stands; integers and numbers in invariant digits; money as <c>5000 RUB</c>; dates in EDTF
/// (<c>2016-06-10</c>, <c>2016-06</c>, <c>2016</c>, <c>2016-06-10/2016-06-12</c>); durations in ISO 8601 (<c>P3D</c>,
/// <c>PT2H30M</c>); keys of categories; <c>yes</c> and <c>no</c>. Equal when the canonical forms are.
/// </summary>
public readonly record struct CodedValue(VariableType Type, string Text)
{
    /// <summary>A whole number.</summary>
    public static CodedValue Integer(long value) => new(VariableType.Integer, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A decimal number, without trailing zeros.</summary>
    public static CodedValue Number(decimal value) => new(VariableType.Number, Digits(value));

    /// <summary>An amount in a currency (ISO 4217).</summary>
    public static CodedValue Money(decimal amount, string currency) =>
        new(VariableType.Money, $"{Digits(amount)} {currency.ToUpperInvariant()}");

    /// <summary>A date of some precision.</summary>
    public static CodedValue Date(CivilDate date) => new(VariableType.Date, date.ToString());

    /// <summary>A length of time.</summary>
    public static CodedValue Duration(TimeLength length) => new(VariableType.Duration, length.ToString());

    /// <summary>Key of a category.</summary>
    public static CodedValue Category(string key) => new(VariableType.Category, key);

    /// <summary>Yes or no.</summary>
    public static CodedValue YesNo(bool value) => new(VariableType.YesNo, value ? "yes" : "no");

    /// <summary>Text as it stands.</summary>
    public static CodedValue Words(string text) => new(VariableType.Text, text);

    /// <summary>A name as it stands.</summary>
    public static CodedValue Entity(string name) => new(VariableType.Entity, name);

    /// <summary>The number of an integer, number or amount; null for other types.</summary>
    public decimal? AsNumber => Type switch
    {
        VariableType.Integer or VariableType.Number => decimal.Parse(Text, CultureInfo.InvariantCulture),
        VariableType.Money => decimal.Parse(Text.AsSpan(0, Text.IndexOf(' ')), NumberStyles.Number, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>
    /// Reads a canonical form, or what a person would write for it in a sheet (<c>10 000</c>, <c>да</c>, <c>нет</c>),
    /// for this variable. False with a sentence that says what would be right.
    /// </summary>
    public static bool TryParse(string text, Variable variable, out CodedValue value, out string fault)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var trimmed = text.Trim();
        fault = "";
        value = new CodedValue(variable.Type, trimmed);
        switch (variable.Type)
        {
            case VariableType.Text or VariableType.Entity:
                fault = trimmed.Length == 0 ? "the value is empty" : "";
                break;
            case VariableType.Integer when TryDigits(trimmed, out var number) && number == decimal.Truncate(number)
                                           && number is >= long.MinValue and <= long.MaxValue:
                value = Integer((long)number);
                break;
            case VariableType.Integer:
                fault = "a whole number is expected, such as 15";
                break;
            case VariableType.Number when TryDigits(trimmed, out var number):
                value = Number(number);
                break;
            case VariableType.Number:
                fault = "a number is expected, such as 2.5";
                break;
            case VariableType.Money:
                fault = ParseMoney(trimmed, variable.Currency, ref value);
                break;
            case VariableType.Date when CivilDate.TryParse(trimmed, out var date):
                value = Date(date);
                break;
            case VariableType.Date:
                fault = "a date is expected, such as 2016-06-10, 2016-06 or 2016";
                break;
            case VariableType.Duration when TimeLength.TryParse(trimmed, out var length):
                value = Duration(length);
                break;
            case VariableType.Duration:
                fault = "a duration is expected in ISO 8601, such as P3D or PT2H30M";
                break;
            case VariableType.YesNo:
                var lower = trimmed.ToLowerInvariant();
                var isYes = lower is "yes" or "да" or "true" or "1";
                fault = isYes || lower is "no" or "нет" or "false" or "0" ? "" : "yes or no is expected";
                value = YesNo(isYes);
                break;
            default:
                var key = variable.Values.FirstOrDefault(v =>
                    string.Equals(v.Key, trimmed, StringComparison.OrdinalIgnoreCase) || v.Label == trimmed)?.Key;
                fault = key is null ? $"one of {string.Join(", ", variable.Values.Select(v => v.Key))} is expected" : "";
                value = Category(key ?? trimmed);
                break;
        }

        return fault.Length == 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string ParseMoney(string text, string? currency, ref CodedValue value)
    {
        var space = text.LastIndexOf(' ');
        var hasCode = space > 0 && text.Length - space == 4 && text[(space + 1)..].All(char.IsAsciiLetter);
        var code = hasCode ? text[(space + 1)..].ToUpperInvariant() : currency;
        if (code is null)
        {
            return "an amount with its currency is expected, such as 5000 RUB";
        }

        if (currency is not null && code != currency)
        {
            return $"this variable is in {currency}, not in {code}";
        }

        if (!TryDigits(hasCode ? text[..space] : text, out var amount))
        {
            return "an amount is expected, such as 5000 or 5000 RUB";
        }

        value = Money(amount, code);
        return "";
    }

    private static bool TryDigits(string text, out decimal number) =>
        decimal.TryParse(
            text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal)
                .Replace("\u202f", "", StringComparison.Ordinal),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number);

    private static string Digits(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
