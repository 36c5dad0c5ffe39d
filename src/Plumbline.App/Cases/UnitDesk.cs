using System.Collections.Concurrent;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Entries;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>A unit as its page shows it.</summary>
/// <param name="Unit">What stands of it now.</param>
/// <param name="Kind">Its variables, as the codebook has them.</param>
/// <param name="Text">Its documents.</param>
/// <param name="Hidden">Variables of which only the person's own coding is shown, since they code blind.</param>
internal sealed record UnitView(ShownUnit Unit, UnitKind Kind, UnitText Text, IReadOnlySet<string> Hidden)
{
    /// <summary>True when there is nothing left to do for the person here.</summary>
    public bool IsDone(ShownVariable variable) => variable.IsSettled || (Hidden.Contains(variable.Name) && variable.Codings.Count > 0);
}

/// <summary>A file that belongs to a unit.</summary>
/// <param name="File">Its name. Hostile text.</param>
/// <param name="Document">Its id.</param>
/// <param name="Text">Its text; null where none was read in it, or it was withdrawn or erased.</param>
internal sealed record AttachedText(string File, DocumentId Document, string? Text);

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

    /// <summary>Words for each value, where each has its own; else empty.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Where they stand in the document's text.</summary>
    public int? At { get; init; }

    /// <summary>True when they say that they read all of it; believed only where all of it was shown.</summary>
    public bool ReadWhole { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>True when it says what stands, whatever coders said.</summary>
    public bool Adjudicates { get; init; }

    /// <summary>Entries of other people that were on the page, <c>device:seq</c>: when there are more by now, the person is told first. Null: nobody is told.</summary>
    public IReadOnlyCollection<string>? Known { get; init; }
}

/// <summary>Units on the desk: what stands of one, what somebody says of it, and which comes next. Thread safe.</summary>
internal sealed class UnitDesk(OpenCase open)
{
    private readonly ConcurrentDictionary<string, HashSet<int>> shownParts = new(StringComparer.Ordinal);

    /// <summary>What stands of a unit, with the decisions newer than the build.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="variable">One variable of it, or null for all.</param>
    /// <exception cref="UsageException">There is no such unit, or no build.</exception>
    public ShownUnit Now(string unit, string? variable = null) => Built().ShowNow(unit, open.Decisions, open.Settings.Settles, variable);

    /// <summary>True when the person codes blind: the machine's values and other people's are hidden.</summary>
    public bool IsBlind => MustBeBlind || (open.Seat.Blind ?? open.Settings.Settles == Settling.TwoBlind);

    /// <summary>True when they must: in a case where two settle a value who have not seen each other's coding, a coder does.</summary>
    public bool MustBeBlind => open.Settings.Settles == Settling.TwoBlind && open.Person?.Role == Role.Coder;

    /// <summary>A unit with its documents, as the person may see it; that they see it is written down first.</summary>
    /// <exception cref="UsageException">There is no such unit, or no build; or nobody is signed in.</exception>
    public UnitView View(string unit)
    {
        var who = open.Who;
        var now = Now(unit);
        var hidden = IsBlind ? now.Variables.Where(v => !(v.IsSettled && IsOf(who, v))).Select(v => v.Name).ToHashSet(StringComparer.Ordinal) : [];
        var shown = now with { Variables = [.. now.Variables.Select(v => hidden.Contains(v.Name) ? Own(who, v) : v)] };
        WasShown(who, shown);
        return new UnitView(shown, Built().CodebookOf(now.Kind).Kind, Text(now.Id), hidden);
    }

    /// <summary>A unit with all that anybody said of it, for who adjudicates.</summary>
    /// <exception cref="UsageException">As of <see cref="View"/>; or the person may not.</exception>
    public UnitView ViewAll(string unit)
    {
        var who = open.Require(Act.Adjudicate).Id;
        var now = Now(unit);
        WasShown(who, now);
        return new UnitView(now, Built().CodebookOf(now.Kind).Kind, Text(now.Id), new HashSet<string>());
    }

    /// <summary>The documents of a unit.</summary>
    public UnitText Text(string unit) => UnitText.Of(Built().Members(unit).Members);

    /// <summary>Files that belong to a unit that was entered by hand; of no other unit any.</summary>
    public IReadOnlyList<AttachedText> AttachedTo(UnitText text)
    {
        var built = Built();
        return
        [
            .. text.Members.SelectMany(m => EntryRecord.AttachedTo(m.Text, m.Row is { } row ? (row, m.Columns) : null)).Select(a => new AttachedText(a.File, a.Id, built.TextOf(a.Id))),
        ];
    }

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
        var act = said.Adjudicates ? Act.Adjudicate : Act.Code;
        var who = open.Require(act).Id;
        if (said.ReadWhole && !WasShownWhole(said.Unit, Text(said.Unit)))
        {
            throw new UsageException("APP001", "The document has not been shown whole.", "Go to its last part first.");
        }

        lock (open.Deciding)
        {
            var now = Now(said.Unit);
            var standing = now.Variables.FirstOrDefault(v => v.Name == said.Variable);
            var isHidden = !said.Adjudicates && IsBlind && !(standing is { IsSettled: true } && IsOf(who, standing));
            var others = standing is null ? [] : Others(who, standing).ToList();
            if (!isHidden && said.Known is { } known && others.Find(c => !known.Contains(c.Entry!)) is { } other)
            {
                throw PeopleProblems.Meanwhile(other.Coder);
            }

            var shown = open.Shown.Of(who, now.Members.Select(m => m.Member).Append(now.Id), said.Variable);
            return open.Review(act).Decide(Built(), new DecisionRequest
            {
                Unit = said.Unit,
                Variable = said.Variable,
                Act = said.Adjudicates ? DecisionAct.Adjudication : DecisionAct.Coding,
                Status = said.Status,
                Values = said.Values,
                Quotes = said.Quotes.Count > 0 ? said.Quotes : said.Quote is { Length: > 0 } quote ? [quote] : [],
                Near = said.At,
                ReadWhole = said.ReadWhole,
                NeedsOwnWords = isHidden,
                Coder = who,
                Shown = shown.Before,
                ShownEntries = shown.Names,
                Note = said.Note,
            });
        }
    }

    /// <summary>Takes the last of one's own decisions on a variable back.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public DecisionReceipt TakeBack(string unit, string variable) => open.Review().Undo(Built(), unit, variable, DecisionAct.Coding, open.Who, null);

    /// <summary>
    /// The unit to read next and the variable to decide there, in the order that the person chose on the page of queues; without any left there, the unit behind
    /// this one.
    /// </summary>
    /// <param name="after">The unit that is read now, or null.</param>
    /// <returns>Null when there is no unit.</returns>
    public (string Unit, string? Variable)? Next(string? after) => open.Queue.Next(after) ?? (Behind(after) is { } unit ? (unit, null) : null);

    /// <summary>Ids of the claims that a unit serves, by what is to be done next.</summary>
    public IReadOnlyList<string> Serves(string unit) =>
        [.. (open.Figures.State?.Next?.Report.Steps ?? []).Where(s => s.Unit.UnitId == unit).SelectMany(s => s.Claims).Distinct(StringComparer.Ordinal)];

    /// <summary>Codings of other people.</summary>
    public static IEnumerable<ShownCoding> Others(string who, ShownVariable variable) => variable.Codings.Where(c => c is { CoderKind: "person", Entry: not null } && c.Coder != who);

    private static bool IsOf(string who, ShownVariable variable) => variable.Codings.Any(c => c.CoderKind == "person" && c.Coder == who);

    private static ShownVariable Own(string who, ShownVariable variable)
    {
        var own = variable.Codings.Where(c => c is { CoderKind: "person", Act: DecisionWords.Coding } && c.Coder == who).ToList();
        var values = own.Select(c => c.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return variable with
        {
            Value = values.Count > 0 ? string.Join(", ", values) : null, Status = own.Count > 0 ? own[0].Status : Status.NotCoded.Word(), IsSettled = false, Codings = own,
        };
    }

    private void WasShown(string who, ShownUnit unit) =>
        open.Shown.Note(who, unit.Id, unit.Variables.Select(v => (v.Name, v.Codings.Any(c => c.CoderKind != "person"), Others(who, v).Select(c => c.Entry!))));

    private string? Behind(string? after)
    {
        if (open.Built is not { } built)
        {
            return null;
        }

        using var connection = built.OpenTables();
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
