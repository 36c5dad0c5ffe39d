using System.Text.Json;
using System.Text.RegularExpressions;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// Rows of a query that leave the machine: those that stand on documents not for publication are left out, whole, since a date and an
/// amount can name a document as well as its words. They are told by a column <c>document</c> or <c>unit_id</c>; text without one of
/// them is refused.
/// </summary>
public sealed partial class OutgoingRows
{
    private readonly List<int> ids = [];
    private readonly HashSet<string> hidden;
    private readonly QueryRows rows;

    private OutgoingRows(QueryRows rows, HashSet<string> hidden)
    {
        (this.rows, this.hidden) = (rows, hidden);
        ids.AddRange(rows.Columns.Index().Where(c => c.Item.Name.ToLowerInvariant() is "document" or "unit_id").Select(c => c.Index));
    }

    /// <summary>Rows that were left out; complete after the walk.</summary>
    public long Confidential { get; private set; }

    /// <summary>What may leave.</summary>
    public QueryRows Rows => new(rows.Columns, rows.Rows.Where(IsShown), [.. rows.Problems]);

    /// <summary>Looks at a result.</summary>
    /// <exception cref="UsageException">It has text, and nothing that says of which document.</exception>
    public static OutgoingRows Of(BuiltCase built, SourceTerms terms, QueryRows rows)
    {
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(rows);
        var hidden = new HashSet<string>(terms.Hidden.Select(d => d.Hex).Concat(built.HiddenUnits(terms)), StringComparer.Ordinal);
        var shown = new OutgoingRows(rows, hidden);
        return hidden.Count > 0 && shown.ids.Count == 0 && rows.Columns.Any(c => !Plain().IsMatch(c.Type)) ? throw PipelineProblems.CanNotTell() : shown;
    }

    private bool IsShown(JsonElement[] row)
    {
        var isHidden = ids.Exists(i => row[i].ValueKind == JsonValueKind.String && hidden.Contains(row[i].GetString()!));
        Confidential += isHidden ? 1 : 0;
        return !isHidden;
    }

    /// <summary>Types that hold no words of a document.</summary>
    [GeneratedRegex(@"\A(BOOLEAN|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|DATE|TIME|TIMESTAMP|INTERVAL|ENUM.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
