using System.Globalization;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;

namespace Plumbline.Claims.Writing;

/// <summary>How a filter asks a variable.</summary>
internal enum FilterRelation
{
    /// <summary>It is one of the values; a list holds one of them. A date lies in a year, a month or on a day.</summary>
    Is,

    /// <summary>It is the value or more; a date lies on the day or later.</summary>
    From,

    /// <summary>It is the value or less; a date lies on the day or earlier.</summary>
    To,

    /// <summary>It lies between two values, both included.</summary>
    Between,

    /// <summary>The text has these words in it, whatever the case of letters.</summary>
    Has,
}

/// <summary>One condition of a claim that is put together from filters.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Relation">How it is asked.</param>
/// <param name="Values">Values as people write them: for <see cref="FilterRelation.Between"/> two, for a category one or more, else one.</param>
internal sealed record ClaimFilter(Variable Variable, FilterRelation Relation, IReadOnlyList<string> Values)
{
    private static readonly DateOnly First = new(1, 1, 1);
    private static readonly DateOnly Last = new(9999, 12, 31);

    /// <summary>The relations that a variable of this type has; the first is what most people mean.</summary>
    public static IReadOnlyList<FilterRelation> Of(Variable variable) => variable switch
    {
        { Multiple: true } => [FilterRelation.Is],
        { Type: VariableType.Category or VariableType.YesNo } => [FilterRelation.Is],
        { Type: VariableType.Text or VariableType.Entity } => [FilterRelation.Has, FilterRelation.Is],
        _ => [FilterRelation.Is, FilterRelation.From, FilterRelation.To, FilterRelation.Between],
    };

    /// <summary>The condition as a claim writes it.</summary>
    /// <exception cref="UsageException">A value is missing, or is none of the variable.</exception>
    public string Sql
    {
        get
        {
            var given = Values.Select(v => v.Trim()).Where(v => v.Length > 0).ToList();
            if (given.Count < (Relation == FilterRelation.Between ? 2 : 1))
            {
                throw WritingProblems.NoValue(Named);
            }

            return Variable.Type == VariableType.Date && !Variable.Multiple ? Within(given)
                : Relation == FilterRelation.Has ? $"contains(lower({Variable.Name}), {SqlText.Literal(given[0].ToLowerInvariant())})"
                : Variable.Multiple ? (given.Count == 1 ? $"list_contains({Variable.Name}, {Literal(given[0])})" : $"list_has_any({Variable.Name}, [{string.Join(", ", given.Select(Literal))}])")
                : Relation == FilterRelation.Is && given.Count > 1 ? $"{Variable.Name} IN ({string.Join(", ", given.Select(Literal))})"
                : Compared(given);
        }
    }

    private string Named => Variable.Label.Length > 0 ? Variable.Label : Variable.Name;

    private string Compared(List<string> given)
    {
        var (name, literals) = (Variable.Name, given.ConvertAll(Literal));
        var compared = Relation switch
        {
            FilterRelation.From => $"{name} >= {literals[0]}",
            FilterRelation.To => $"{name} <= {literals[0]}",
            FilterRelation.Between => $"{name} BETWEEN {literals[0]} AND {literals[1]}",
            _ => $"{name} = {literals[0]}",
        };
        return Variable is { Type: VariableType.Money, Currency: null } && Value(given[0]).Text.Split(' ') is [_, var currency] ? $"{name}_currency = {SqlText.Literal(currency)} AND {compared}" : compared;
    }

    /// <summary>A date that is not known to the day lies within a range only when all that it may be does.</summary>
    private string Within(List<string> given)
    {
        var from = Date(given[0]);
        var (low, high) = Relation switch
        {
            FilterRelation.From => (from.From, Last),
            FilterRelation.To => (First, from.To),
            FilterRelation.Between => (from.From, Date(given[1]).To),
            _ => (from.From, from.To),
        };
        return $"within({Variable.Name}, DATE '{Day(low)}', DATE '{Day(high)}')";
    }

    private CivilDate Date(string text) => CivilDate.TryParse(text, out var date) ? date : throw WritingProblems.NotAValue(Named, "a year, a month or a day, such as 2022, 2022-03 or 2022-03-05");

    private string Literal(string text)
    {
        var value = Value(text);
        return Variable.Type switch
        {
            VariableType.Integer or VariableType.Number or VariableType.Money => value.AsNumber!.Value.ToString("0.############", CultureInfo.InvariantCulture),
            VariableType.Duration => TimeLength.TryParse(value.Text, out var length) ? length.TotalMinutes.ToString(CultureInfo.InvariantCulture) : throw WritingProblems.NotAValue(Named, "a length of time, such as 3 hours"),
            _ => SqlText.Literal(value.Text),
        };
    }

    private CodedValue Value(string text)
    {
        var plain = Variable.Type is VariableType.Integer or VariableType.Number or VariableType.Money ? Digits(text) : text;
        return CodedValue.TryParse(Variable is { Type: VariableType.Money, Currency: { } currency } && !plain.Contains(' ', StringComparison.Ordinal) ? $"{plain} {currency}" : plain, Variable, out var value, out var fault)
            ? value : throw WritingProblems.NotAValue(Named, fault);
    }

    /// <summary>Groups of digits may be parted by spaces of any kind.</summary>
    private static string Digits(string text)
    {
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts.TakeWhile(p => p.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')).ToList();
        return string.Join(' ', parts.Skip(numbers.Count).Prepend(string.Concat(numbers).Replace(',', '.')));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
