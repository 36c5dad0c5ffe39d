using System.Collections.Concurrent;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>A unit as its page shows it.</summary>
/// <param name="Unit">What stands of it now.</param>
/// <param name="Kind">Its variables, as the codebook has them.</param>
/// <param name="Text">Its documents.</param>
internal sealed record UnitView(ShownUnit Unit, UnitKind Kind, UnitText Text);

/// <summary>What somebody says at the unit's page.</summary>
internal sealed record Saying
{
    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The variable.</summary>
    public required string Variable { get; init; }

    /// <summary>What is known.</summary>
    public Status Status { get; init; } = Status.Stated;

    /// <summary>Values; of unclear, those that are possible.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The words that were chosen, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>Where they stand in the document's text.</summary>
    public int? At { get; init; }

    /// <summary>True when they say that they read all of it; believed only where all of it was shown.</summary>
    public bool ReadWhole { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>Units on the desk: what stands of one, what somebody says of it, and which comes next. Thread safe.</summary>
internal sealed class UnitDesk(OpenCase open)
{
    private readonly ConcurrentDictionary<string, HashSet<int>> shownParts = new(StringComparer.Ordinal);

    /// <summary>What stands of a unit, with the decisions newer than the build.</summary>
    /// <exception cref="UsageException">There is no such unit, or no build.</exception>
    public ShownUnit Now(string unit) => Built().ShowNow(unit, open.Decisions, open.Settings.Settles);

    /// <summary>A unit with its documents.</summary>
    /// <exception cref="UsageException">There is no such unit, or no build.</exception>
    public UnitView View(string unit)
    {
        var now = Now(unit);
        return new UnitView(now, Built().CodebookOf(now.Kind).Kind, Text(now.Id));
    }

    /// <summary>The documents of a unit.</summary>
    public UnitText Text(string unit) => UnitText.Of(Built().Members(unit).Members);

    /// <summary>Writes down that a part of a unit's documents was sent to be shown.</summary>
    public void WasShown(string unit, string version, int part)
    {
        var parts = shownParts.GetOrAdd(unit + version, _ => []);
        lock (parts)
        {
            parts.Add(part);
        }
    }

    /// <summary>True when every part of a unit's documents, as they are in the build in use, was sent to be shown since the app was started.</summary>
    public bool WasShownWhole(string unit, UnitText text)
    {
        if (!shownParts.TryGetValue(unit + text.Version, out var parts))
        {
            return false;
        }

        lock (parts)
        {
            return Enumerable.Range(0, text.Parts.Count).All(parts.Contains);
        }
    }

    /// <summary>Enters a decision: it is in the journal, on disk, when this comes back.</summary>
    /// <exception cref="UsageException">The variable can't take the value, it rests on nothing, or on the reading of what was not shown.</exception>
    public DecisionReceipt Say(Saying said)
    {
        if (said.ReadWhole && !WasShownWhole(said.Unit, Text(said.Unit)))
        {
            throw new UsageException("APP001", "The document has not been shown whole.", "Go to its last part first.");
        }

        return open.Review().Decide(Built(), new DecisionRequest
        {
            Unit = said.Unit,
            Variable = said.Variable,
            Status = said.Status,
            Values = said.Values,
            Quotes = said.Quote is { Length: > 0 } quote ? [quote] : [],
            Near = said.At,
            ReadWhole = said.ReadWhole,
            Coder = open.Who,
            Note = said.Note,
        });
    }

    /// <summary>Takes the last of one's own decisions on a variable back.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public DecisionReceipt TakeBack(string unit, string variable) => open.Review().Undo(Built(), unit, variable, DecisionAct.Coding, open.Who, null);

    /// <summary>
    /// The unit to read next and the variable to decide there: what brings the figures furthest and was not decided since that was worked
    /// out; without any, the unit behind this one.
    /// </summary>
    /// <param name="after">The unit that is read now, or null.</param>
    /// <returns>Null when there is no unit.</returns>
    public (string Unit, string? Variable)? Next(string? after)
    {
        var decisions = open.Decisions;
        var done = decisions.Log.Live.Where(d => d.Decision.Coder == open.Who).Select(d => (d.Of.Member.Id.Value, d.Decision.Variable)).ToHashSet();
        var steps = open.Figures.State?.Next?.Report.Steps ?? [];
        var step = steps.FirstOrDefault(s => s.Unit.UnitId != after && s.Variable is { } v && !done.Contains((s.Unit.UnitId, v.Name)));
        return step is not null ? (step.Unit.UnitId, step.Variable!.Name) : Behind(after) is { } unit ? (unit, null) : null;
    }

    /// <summary>Ids of the claims that a unit serves, by what is to be done next.</summary>
    public IReadOnlyList<string> Serves(string unit) =>
        [.. (open.Figures.State?.Next?.Report.Steps ?? []).Where(s => s.Unit.UnitId == unit).SelectMany(s => s.Claims).Distinct(StringComparer.Ordinal)];

    private string? Behind(string? after)
    {
        if (open.Built is not { } built)
        {
            return null;
        }

        using var connection = TablesFile.Open(built.TablesPath, readOnly: true);
        foreach (var table in built.Codebooks.OrderBy(c => c.Of == PlaceKind.Row).Select(c => c.Kind.Table))
        {
            if (BuiltCase.Rows(connection, $"SELECT min(unit_id) FROM store.{table} WHERE unit_id > $1", after ?? "") is [[string next]])
            {
                return next;
            }
        }

        return built.Codebooks.OrderBy(c => c.Of == PlaceKind.Row).Select(c => BuiltCase.Rows(connection, $"SELECT min(unit_id) FROM store.{c.Kind.Table}")[0][0] as string).FirstOrDefault(u => u is not null);
    }

    private BuiltCase Built() => open.Built ?? throw new UsageException("APP002", "Nothing was read yet.", "Take files in first.");
}
