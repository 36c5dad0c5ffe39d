using Plumbline.Coding;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Linting;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline;

/// <summary>How the machine's coding of texts changes.</summary>
/// <param name="Before">Value, or status where there is none.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
/// <param name="Texts">How many.</param>
/// <param name="Examples">Ids of a few, good for <c>plumb show</c>.</param>
internal sealed record CodingMove(string Before, string After, long Texts, IReadOnlyList<string> Examples);

/// <summary>What a preview has found before all texts were looked at.</summary>
/// <param name="Looked">Documents that were looked at, evenly over the case.</param>
/// <param name="Of">Documents with text in all.</param>
/// <param name="Texts">Texts in which the rule found something.</param>
/// <param name="Report">Makes the report of those.</param>
internal sealed record PreviewSoFar(long Looked, long Of, long Texts, Func<SearchReport> Report);

public sealed partial class BuiltCase
{
    /// <summary>Texts that are looked at for rules that match in the same one.</summary>
    private const int MostForOverlaps = 2_000;

    /// <summary>What a rule of a codebook as it is on disk finds in the texts of this build.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="variable">Its variable.</param>
    /// <param name="options">How much of it is shown.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="soFar">Told what was found so far, often and by one thread at a time; all waits while it runs.</param>
    internal SearchReport Preview(
        Codebook codebook, CodingRule rule, Variable variable, CaseSearchOptions options, CancellationToken cancellation, Action<PreviewSoFar>? soFar = null) => Reading(() =>
    {
        var (open, scope) = ScopeOf(codebook);
        var result = RuleSearch.Run(
            rule, variable, [.. open.Select(p => p.Tokens)], scope, (p, d) => open[p].TextOf(open[p].Documents[scope.DocumentOf(p, d)]), new SearchOptions { FirstUnits = options.First },
            soFar is null ? null : s => soFar(new PreviewSoFar(s.Looked, s.Of, s.Found.Units, () => Report(s.Found))), cancellation);
        return Report(result);

        SearchReport Report(RuleSearchResult found) => new(
            rule.Name, found.Documents, found.Units, found.Units,
            [.. found.First.Select(f => Show(new FoundUnit(f.Part, f.Document, f.Unit, [.. f.Findings.Where(x => x.Span != Finding.Nowhere).Select(x => RangeOf(open[f.Part], f.Document, x.Span))]), codebook, options))]);
    });

    /// <summary>
    /// How the machine's codings of one variable would change; null where its rules are those of the build, or where units
    /// are cut otherwise, so that they can't be compared one by one.
    /// </summary>
    internal IReadOnlyList<CodingMove>? Moves(Codebook codebook, string variable, IProgress<StageProgress>? progress, CancellationToken cancellation) => Reading(() =>
    {
        var moves = new Dictionary<(string, string), (long Count, List<string> Examples)>();
        var done = 0L;
        var any = false;
        Lanes.Run([.. manifest.Parts.Select((p, i) => (Names: new PartNames(p.Name), Reader: parts.Value[i]))], new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, part =>
        {
            var members = build.File(part.Names.Members(codebook.Kind.Table, codebook.ShapeHash));
            var old = Directory.GetFiles(build.Path, $"{part.Names.Name}.{codebook.Kind.Table}.{variable}.*.codings");
            var same = build.File(part.Names.Codings(codebook.Kind.Table, variable, codebook.ShapeHash, codebook.RuleHash(variable)));
            if (File.Exists(members) && old.Length == 1 && !File.Exists(same))
            {
                any = true;
                CompareCodings(codebook, variable, MemberFile.Read(members), part.Reader, SectionFile.Read(build.File(part.Names.Sections(codebook.Kind.Table, codebook.ShapeHash))), old[0], moves, cancellation);
            }

            progress?.Report(new StageProgress("code", "documents", Interlocked.Add(ref done, part.Reader.Documents.Count), parts.Value.Sum(p => (long)p.Documents.Count)));
        });
        return any
            ? (IReadOnlyList<CodingMove>?)[.. moves.Select(m => new CodingMove(m.Key.Item1, m.Key.Item2, m.Value.Count, [.. m.Value.Examples.Order(StringComparer.Ordinal).Take(3)])).OrderByDescending(m => m.Texts).ThenBy(m => m.Before, StringComparer.Ordinal).ThenBy(m => m.After, StringComparer.Ordinal)]
            : null;
    });

    /// <summary>What the texts of this build say of a codebook: words that no text has, rules that match in the same texts.</summary>
    internal IReadOnlyList<Problem> Lint(Codebook codebook, string text, CancellationToken cancellation) => Reading(() =>
    {
        var (open, scope) = ScopeOf(codebook);
        var findings = new LintFindings(codebook.ShownName, text);
        var words = new WordsOfBuild([.. open.Select(p => p.Tokens.Vocabulary)]);
        foreach (var rule in open.Count == 0 ? [] : codebook.Parts.Variables.SelectMany(v => v.Rules).Where(r => r.Queries.Count > 0))
        {
            if (!rule.Queries.Any(words.MayHold))
            {
                findings.NoSuchText(rule);
            }

            foreach (var pattern in rule.Queries.Concat(rule.Unless.Select(u => u.Query)).SelectMany(words.Unfitting).Distinct(StringComparer.Ordinal))
            {
                findings.NoSuchWord(rule, pattern);
            }
        }

        foreach (var variable in codebook.Parts.Variables.Where(v => !v.Variable.Multiple))
        {
            Overlaps(variable, open, scope, findings, cancellation);
        }

        return findings.All;
    });

    private static void Overlaps(VariableRules variable, IReadOnlyList<PartReader> open, CaseScope scope, LintFindings findings, CancellationToken cancellation)
    {
        var rules = variable.Rules.Where(r => r.Reader is null).ToList();
        if (rules.Select(r => (r.Value, r.Status)).Distinct().Count() < 2)
        {
            return;
        }

        // Texts evenly over the case: all of a small one.
        var total = open.Sum(p => (long)p.Tokens.DocumentCount);
        var step = (int)Math.Max(1, total / MostForOverlaps);
        var matched = new long[rules.Count];
        var together = new long[rules.Count, rules.Count];
        var (seen, list) = (0, new List<Finding>());
        for (var p = 0; p < open.Count; p++)
        {
            var part = open[p];
            var searchers = rules.ConvertAll(r => new RuleSearcher(r, variable.Variable, part.Tokens, p, scope, (_, _) => ""));
            for (var document = 0; document < part.Tokens.DocumentCount; document++, seen++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var unit in seen % step == 0 ? scope.UnitsOf(p, document) : [])
                {
                    var found = searchers.ConvertAll(s => s.Find(document, unit, list));
                    for (var later = 0; later < rules.Count; later++)
                    {
                        matched[later] += found[later] ? 1 : 0;
                        for (var earlier = 0; earlier < later && found[later]; earlier++)
                        {
                            together[later, earlier] += found[earlier] ? 1 : 0;
                        }
                    }
                }
            }
        }

        for (var later = 0; later < rules.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (together[later, earlier] > 0 && !CodebookLint.SameOutcome(rules[earlier], rules[later]))
                {
                    findings.Overlap(rules[later], rules[earlier], together[later, earlier], matched[later]);
                }
            }
        }
    }

    private static void CompareCodings(
        Codebook codebook, string variable, PartMember[] members, PartReader reader, SectionFile? sections, string old, Dictionary<(string, string), (long Count, List<string> Examples)> moves, CancellationToken cancellation)
    {
        var now = new List<Evidence.Coding>();
        using var before = new CodingFileReader(old, codebook.Kind.Find(variable)!);
        var then = new List<Evidence.Coding>();
        foreach (var member in CodingStage.CodeMembers(codebook, [variable], members, reader, now, sections))
        {
            cancellation.ThrowIfCancellationRequested();
            then.Clear();
            before.Read(default, then);
            var (was, becomes) = (Words(then), Words(now));
            if (was == becomes)
            {
                continue;
            }

            lock (moves)
            {
                var (count, examples) = moves.GetValueOrDefault((was, becomes), (0, []));
                examples.Add(UnitId.Of(codebook.Kind.Table, reader.Documents[member.DocumentOrdinal].Id, member.Place).Value);
                moves[(was, becomes)] = (count + 1, [.. examples.Order(StringComparer.Ordinal).Take(3)]);
            }
        }
    }

    /// <summary>Value or values, or the status with its candidates.</summary>
    private static string Words(IReadOnlyList<Evidence.Coding> codings) => codings.Count == 0 ? Status.NotCoded.Word()
        : codings[0].Status == Status.Stated ? string.Join(", ", codings.Where(c => c.Value is not null).Select(c => c.Value!.Value.Text))
        : codings[0].Status.Word() + (codings[0].Candidates.Count > 0 ? $" ({string.Join(", ", codings[0].Candidates)})" : "");

    private static Plumbline.Coding.Tokens.TokenRange RangeOf(PartReader part, int document, TextSpan span)
    {
        var tokens = part.Tokens.Document(document);
        var from = tokens.FirstTokenAtOrAfter(span.Start);
        return new(from, Math.Max(from + 1, tokens.FirstTokenAtOrAfter(span.End)));
    }
}
