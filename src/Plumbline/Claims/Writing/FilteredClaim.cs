using System.Text;
using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Writing;

/// <summary>A claim that is put together from filters: what it counts, of what, and how it is written.</summary>
internal sealed record FilteredClaim
{
    /// <summary>The units that are counted.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>What they must be, all of it.</summary>
    public IReadOnlyList<ClaimFilter> Where { get; init; } = [];

    /// <summary>What is taken of them.</summary>
    public Measure Measure { get; init; } = Measure.Count;

    /// <summary>The variable whose amounts are taken; only for those measures that take one.</summary>
    public Variable? Amount { get; init; }

    /// <summary>For a share: what the units of the whole must be. The part must be that too.</summary>
    public IReadOnlyList<ClaimFilter> Of { get; init; } = [];

    /// <summary>True when units that nobody has read don't keep it open; every report says so.</summary>
    public bool AcceptsUnread { get; init; }

    /// <summary>What the unit may be called in a draft, in any language.</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];

    /// <summary>For readers of claims.yaml, or null.</summary>
    public string? Note { get; init; }

    /// <summary>True when a measure takes amounts.</summary>
    public static bool TakesAmount(Measure measure) => measure is Measure.Sum or Measure.Min or Measure.Max or Measure.First or Measure.Last;

    /// <summary>Variables whose amounts a measure can take.</summary>
    public static IReadOnlyList<Variable> AmountsOf(UnitKind kind, Measure measure) =>
        [.. kind.Variables.Where(v => !v.Multiple && (measure is Measure.First or Measure.Last ? v.Type == VariableType.Date
            : TakesAmount(measure) && v.Type is VariableType.Integer or VariableType.Number or VariableType.Money or VariableType.Duration))];

    /// <summary>Its SELECT.</summary>
    /// <exception cref="UsageException">A filter lacks a value, or the measure its amounts.</exception>
    public string Sql
    {
        get
        {
            var amount = !TakesAmount(Measure) ? "" : Amount is { } a ? $", {a.Name} AS amount" : throw WritingProblems.NoAmount();
            return $"SELECT unit_id{amount} FROM {Kind.Table}{Conditions([.. Of, .. Where])}";
        }
    }

    /// <summary>The SELECT of the whole; null when it is no share.</summary>
    /// <exception cref="UsageException">A filter lacks a value.</exception>
    public string? OfSql => Measure == Measure.Share ? $"SELECT unit_id FROM {Kind.Table}{Conditions(Of)}" : null;

    /// <summary>As it is read against tables.</summary>
    public ClaimQuery Query(string id) => new(id, Sql, Measure, OfSql);

    /// <summary>An id that says what it counts, in letters that ids may have, and that claims.yaml does not have.</summary>
    public string SuggestId(ClaimsFile file)
    {
        var words = Where.SelectMany(f => f.Values.Take(2).Select(v => Slug(v) is { Length: > 0 } s ? s : Slug(f.Variable.Name))).Where(w => w.Length > 0).Distinct().ToList();
        var measure = Measure is Measure.Count ? [] : new[] { Measure.ToString().ToLowerInvariant() };
        var id = string.Join('-', new[] { Slug(Kind.Table) }.Concat(words).Concat(measure));
        return ClaimText.Free(id.Length > 60 ? id[..60].TrimEnd('-') : id, file);
    }

    /// <summary>Its entries of claims.yaml: of a share behind the whole, where no claim counts that yet.</summary>
    public string Yaml(string id, ClaimsFile file)
    {
        var text = new StringBuilder();
        var whole = OfSql is not { } of ? null : file.Claims.Values.FirstOrDefault(c => c.Query is { Measure: Measure.Count } q && q.Sql.Trim() == of)?.Id;
        if (OfSql is { } ofSql && whole is null)
        {
            whole = ClaimText.Free(id + "-whole", file);
            ClaimText.Entry(text, whole, ("sql", ofSql));
        }

        var unit = Amount is { Type: VariableType.Duration } && Measure is not (Measure.First or Measure.Last) ? "minutes" : null;
        ClaimText.Entry(
            text, id, ("sql", Sql), ("measure", Measure == Measure.Count ? null : Measure.ToString().ToLowerInvariant()), ("of", whole), ("unit", unit),
            ("accept", AcceptsUnread ? "unread" : null), ("note", string.IsNullOrWhiteSpace(Note) ? null : Note.Trim()));
        var names = Counts.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? text.ToString() : text.Append("  counts: [").AppendJoin(", ", names.Select(ClaimText.InList)).Append("]\n").ToString();
    }

    private static string Conditions(IReadOnlyList<ClaimFilter> filters)
    {
        var written = filters.Select(f => f.Sql).Distinct(StringComparer.Ordinal).ToList();
        return written.Count == 0 ? "" : " WHERE " + string.Join(" AND ", written);
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            slug.Append(char.IsAsciiLetterOrDigit(c) ? c : slug.Length > 0 && slug[^1] != '-' ? '-' : "");
        }

        return slug.ToString().Trim('-');
    }
}
