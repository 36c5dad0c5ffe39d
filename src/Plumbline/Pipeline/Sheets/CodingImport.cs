using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Processes;
using Plumbline.Review;
using Plumbline.Review.Sheets;

namespace Plumbline.Pipeline.Sheets;

/// <summary>
/// Takes the codings of a sheet in: all of them in one transaction of the journal, or none. A cell that was entered before, from
/// this file or with the same content, is passed over.
/// </summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
/// <param name="worker">Starts the hidden verb <c>sheet-worker</c>, which reads the file.</param>
public sealed class CodingImport(CaseFolder folder, JournalOptions options, ChildCommand worker)
{
    private const int MostNear = 20;
    private readonly List<NearInSheet> near = [];

    /// <summary>After a refusal: places like the quotes that were not found, of the first rows.</summary>
    public IReadOnlyList<NearInSheet> Near => near;

    /// <summary>Imports a file.</summary>
    /// <exception cref="UsageException">The file, the map or a row has faults; all of them are in it, and nothing was entered.</exception>
    public ImportReport Run(string path, ImportOptions import, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(import);
        DecisionMaking.CheckCoder(import.Coder);
        var file = SheetFile.Read(path, worker, cancellation);
        using var built = BuiltCase.Open(folder);
        using var journal = Journal.OpenWrite(folder, options);
        var sheet = Read(file, import, built, journal);
        var codebook = built.CodebookOf(sheet.Kind ?? throw SheetProblems.NoHeader(file.Name));
        var problems = sheet.Problems.ToList();
        var (found, unmatched) = Match(sheet, codebook, built, file.Name, import.SkipUnmatched, problems);
        var live = new LiveDecisions(CaseDecisions.Read(journal));
        var before = live.Log.All.Where(d => d.Decision.Coder == import.Coder && d.Decision.Sheet?.Sha256 == file.Sha256)
            .Select(d => (d.Decision.Sheet!.Value.Row, d.Decision.Variable)).ToHashSet();

        var entered = new List<Decision>();
        var (same, done) = (0, 0);
        using (var units = built.ToDecide(codebook, [.. found.Select(f => f.Unit).Distinct(StringComparer.Ordinal)]))
        {
            foreach (var (coding, unit) in found)
            {
                cancellation.ThrowIfCancellationRequested();
                if (++done % 200 == 0 || done == found.Count)
                {
                    progress?.Report(new StageProgress("review", "cells", done, found.Count, problems.Count));
                }

                if (before.Contains((coding.Row, coding.Variable)))
                {
                    same++;
                    continue;
                }

                if (Decide(units.Of(unit, coding.Variable), coding, sheet, file, import, live, problems) is not { } decision)
                {
                    continue;
                }

                if (decision.IsNew)
                {
                    entered.Add(decision.Decision);
                }
                else
                {
                    same++;
                }
            }
        }

        var faults = problems.Where(p => p.Severity == Severity.Error).ToList();
        if (faults.Count > 0)
        {
            throw SheetProblems.Faulty(Ordered(problems), faults.Select(f => f.Place.Line).Distinct().Count());
        }

        var entries = import.DryRun ? [] : journal.Append([.. entered.Select(d => new JournalDraft(d.Act.Word(), DecisionPayload.Write(d)))]);
        return new ImportReport
        {
            File = file.Name,
            Sha256 = file.Sha256,
            Kind = codebook.Kind.Table,
            Rows = sheet.Rows,
            Unmatched = unmatched,
            Entered = entered,
            Before = same,
            Entries = entries.Count == 0 ? null : (new EntryName(entries[0].Device, entries[0].Seq), new EntryName(entries[^1].Device, entries[^1].Seq)),
            Problems = Ordered(problems),
        };
    }

    private static SheetCodings Read(SheetFile file, ImportOptions import, BuiltCase built, Journal journal)
    {
        var kinds = built.Codebooks.Select(c => c.Kind).ToList();
        if (import.Map is not { } path)
        {
            return WorksheetReader.Read(file, kinds, journal.Entries(JournalWords.CaseCreated).Select(e => e.Hash).ToHashSet(StringComparer.Ordinal));
        }

        var map = CodingMap.Read(path);
        var kind = UnitSelection.KindOf(built, map.Units ?? import.Kind);
        return MappedReader.Read(file, map, kind.Kind, Path.GetFileName(path));
    }

    /// <summary>The unit of each cell. A row whose unit is not found is a fault, or where that was asked for a warning.</summary>
    private static (List<(SheetCoding Coding, string Unit)> Found, int Unmatched) Match(
        SheetCodings sheet, Codebook codebook, BuiltCase built, string file, bool skip, List<Problem> problems)
    {
        using var connection = built.OpenTables();
        var names = new UnitNames(connection, codebook);
        var found = new List<(SheetCoding, string)>();
        var said = new Dictionary<(string Unit, string Variable), SheetCoding>();
        var unmatched = 0;
        foreach (var row in sheet.Codings.GroupBy(c => c.Row))
        {
            var of = row.First().Of;
            var units = names.Find(of);
            if (units.Count != 1)
            {
                unmatched++;
                var problem = units.Count == 0 ? SheetProblems.NoUnit(file, row.Key, of.By) : SheetProblems.SeveralUnits(file, row.Key, of.By, units.Count);
                problems.Add(skip ? problem with { Severity = Severity.Warning } : problem);
                continue;
            }

            foreach (var coding in row)
            {
                if (said.TryAdd((units[0], coding.Variable), coding))
                {
                    found.Add((coding, units[0]));
                }
                else if (said[(units[0], coding.Variable)] is var earlier && !IsSame(earlier, coding))
                {
                    problems.Add(SheetProblems.Contradiction(file, row.Key, earlier.Row, coding.Variable));
                }
            }
        }

        return (found, unmatched);
    }

    private (Decision Decision, bool IsNew)? Decide(
        DecidedUnit unit, SheetCoding coding, SheetCodings sheet, SheetFile file, ImportOptions import, LiveDecisions live, List<Problem> problems)
    {
        var before = live.Of(unit);
        IReadOnlyList<NearQuote> like = [];
        try
        {
            var decision = DecisionMaking.Make(unit, new DecisionRequest
            {
                Unit = unit.Unit.Value,
                Variable = coding.Variable,
                Status = coding.Status,
                Values = coding.Values,
                Quotes = coding.Quotes,
                ReadWhole = coding.ReadWhole,
                Coder = import.Coder,
                Shown = coding.Shown,
                Seen = coding.Shown == ShownBefore.Machine && import.Map is null ? new SeenMachine(coding.Machine) : null,
                Note = coding.Note,
                Sheet = new SheetPlace(file.Sha256, coding.Row),
                Definition = coding.Definition,
                AllowsNoWords = sheet.AllowsNoWords,
            }, before, out like);
            var last = before.LastOrDefault(d => d.Decision.Coder == import.Coder && d.Decision.Act == DecisionAct.Coding);
            return (decision, last is null || !Says(last.Decision, decision));
        }
        catch (UsageException e)
        {
            if (like.Count > 0 && near.Count < MostNear)
            {
                near.Add(new NearInSheet(coding.Row, coding.Variable, like));
            }

            problems.Add(SheetProblems.Row(e.Code, file.Name, coding.Row, $"{coding.Variable}: {e.Message}", e.Code == "REV006" || e.Code == "REV007" ? SheetProblems.TryWords(e.Code, import.Map is not null) : e.Try));
            return null;
        }
    }

    private static bool IsSame(SheetCoding a, SheetCoding b) =>
        a.Status == b.Status && a.Values.SequenceEqual(b.Values, StringComparer.Ordinal) && a.Quotes.SequenceEqual(b.Quotes, StringComparer.Ordinal);

    /// <summary>True when two decisions of one coder say the same and rest on the same.</summary>
    private static bool Says(Decision a, Decision b) => a.Status == b.Status && a.DefinitionHash == b.DefinitionHash && a.Note == b.Note
        && a.Values.SequenceEqual(b.Values, StringComparer.Ordinal) && a.Candidates.SequenceEqual(b.Candidates, StringComparer.Ordinal) && a.Evidence.SequenceEqual(b.Evidence);

    private static IReadOnlyList<Problem> Ordered(List<Problem> problems) => [.. problems.OrderBy(p => p.Place.Line)];
}
