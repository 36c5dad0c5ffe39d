using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Next;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>What somebody said of a variable of a unit: the machine, or a person.</summary>
/// <param name="Coder">Pseudonym of the person; null for the machine.</param>
/// <param name="Status">Word of the status.</param>
/// <param name="Values">Values, canonical. Hostile text.</param>
/// <param name="IsSilence">True when it rests on a search that found nothing.</param>
/// <param name="IsCertain">False for the machine's guesses.</param>
/// <param name="IsStale">True for a person's decision on an earlier definition.</param>
public sealed record SaidBefore(string? Coder, string Status, IReadOnlyList<string> Values, bool IsSilence, bool IsCertain, bool IsStale);

/// <summary>A step with what was said of it before.</summary>
public sealed record NextLine(NextStep Step, IReadOnlyList<SaidBefore> Said)
{
    /// <summary>What the machine says, when it says one thing.</summary>
    public SaidBefore? Machine => Said.Where(s => s.Coder is null).ToList() is [var only] ? only : null;
}

/// <summary>What to decide next in a case.</summary>
/// <param name="Report">The open figures, and the steps that may be shown.</param>
/// <param name="Lines">The steps with what was said of each before.</param>
/// <param name="Confidential">Steps that are left out, since their units stand in documents not for publication.</param>
public sealed record CaseNextReport(NextReport Report, IReadOnlyList<NextLine> Lines, int Confidential);

/// <summary>Plans what to decide next in a case, over its build in use.</summary>
public static class CaseNext
{
    /// <param name="folder">The case.</param>
    /// <param name="built">Its build in use.</param>
    /// <param name="reader">Reads claims over the build's tables, and names open units.</param>
    /// <param name="claim">One claim alone, or null.</param>
    /// <param name="limit">Most steps.</param>
    /// <param name="options">Tolerances and the like; and whether what is not for publication is shown.</param>
    /// <exception cref="UsageException">A draft can't be read.</exception>
    public static CaseNextReport Plan<TReader>(CaseFolder folder, BuiltCase built, TReader reader, string? claim, int limit, CheckOptions options)
        where TReader : IClaimReader, IOpenUnitReader
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(options);
        var report = NextStage.Plan(CaseCheck.Drafts(folder, []), ClaimsFile.Read(folder.ClaimsYaml), reader, reader, new CaseQuotes(built), claim, limit, options);
        var hidden = built.HiddenUnits(SourceTerms.Read(folder, options.Clock, options.ShowConfidential));
        var confidential = report.Steps.Count(s => hidden.Contains(s.Unit.UnitId));
        report = confidential == 0 ? report : report with { Steps = [.. report.Steps.Where(s => !hidden.Contains(s.Unit.UnitId))] };
        var said = Said(built, report.Steps);
        return new CaseNextReport(report, [.. report.Steps.Select(s => new NextLine(s, s.Variable is null ? [] : said.GetValueOrDefault((s.Unit.UnitId, s.Variable.Name)) ?? []))], confidential);
    }

    private static Dictionary<(string Unit, string Variable), List<SaidBefore>> Said(BuiltCase built, IReadOnlyList<NextStep> steps)
    {
        var said = new Dictionary<(string, string), List<SaidBefore>>();
        using var connection = built.OpenTables();
        foreach (var same in steps.Where(s => s.Variable is not null).GroupBy(s => (s.Unit.Kind, s.Variable!.Name)))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"""
                SELECT unit_id, CASE WHEN coder_kind = 'person' THEN coder END AS who, status::VARCHAR AS said, list(DISTINCT value ORDER BY value) FILTER (value IS NOT NULL),
                    bool_and(evidence = 'silence'), bool_and(certain), coalesce(bool_or(stale), FALSE)
                FROM {TableSchema.ShownOf(same.Key.Kind, same.Key.Name)} WHERE unit_id IN ({string.Join(", ", same.Select(s => $"'{s.Unit.UnitId}'"))})
                GROUP BY ALL ORDER BY unit_id, who NULLS FIRST, said
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var key = (reader.GetString(0), same.Key.Name);
                if (!said.TryGetValue(key, out var list))
                {
                    said[key] = list = [];
                }

                list.Add(new SaidBefore(
                    reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<List<string>>(3),
                    !reader.IsDBNull(4) && reader.GetBoolean(4), reader.GetBoolean(5), reader.GetBoolean(6)));
            }
        }

        return said;
    }
}
