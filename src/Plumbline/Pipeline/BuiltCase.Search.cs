using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>Searches the texts of the case.</summary>
    /// <exception cref="UsageException">The query has faults (all are told), or there is no such table.</exception>
    public SearchReport Search(string query, CaseSearchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Reading(() => Find(query, options, cancellation));
    }

    /// <summary>
    /// Searches the texts of the case and gives the first of them without their hits: for who looks through many and shows a few, whose hits the second
    /// value draws up, by their place in the list.
    /// </summary>
    /// <exception cref="UsageException">As of <see cref="Search(string, CaseSearchOptions, CancellationToken)"/>.</exception>
    internal (SearchReport Report, Func<int, FoundText> WithHits) SearchMany(string query, CaseSearchOptions options, CancellationToken cancellation) =>
        Reading<(SearchReport, Func<int, FoundText>)>(() =>
        {
            var (codebook, parsed, result) = Run(query, options, cancellation);
            return (Report(codebook, parsed, result, options with { HitsOfEach = 0 }), place => Reading(() => Show(result.First[place], codebook, options)));
        });

    private SearchReport Find(string query, CaseSearchOptions options, CancellationToken cancellation)
    {
        var (codebook, parsed, result) = Run(query, options, cancellation);
        return Report(codebook, parsed, result, options);
    }

    private (Codebook? Codebook, Query Query, SearchResult Result) Run(string query, CaseSearchOptions options, CancellationToken cancellation)
    {
        var codebook = SearchedCodebook(options.Kind);
        var problems = new List<Problem>();
        var parsed = Query.Parse(query, new QueryOrigin(), problems, codebook?.Sections ?? []) ?? throw PipelineProblems.FaultyQuery(problems);
        var (open, scope) = ScopeOf(codebook);
        return (codebook, parsed, TokenSearch.Run(parsed, [.. open.Select(p => p.Tokens)], scope, new SearchOptions { FirstUnits = options.First }, cancellation));
    }

    private SearchReport Report(Codebook? codebook, Query query, SearchResult result, CaseSearchOptions options) =>
        new(query.Text, result.Documents, result.Units, result.Hits, [.. result.First.Select(f => Show(f, codebook, options))]);

    /// <summary>The parts that hold texts, and what their texts are; read once, since a person who writes a rule asks again and again.</summary>
    private (IReadOnlyList<Parts.PartReader> Open, CaseScope Scope) ScopeOf(Codebook? codebook) => scopes.GetOrAdd(codebook is null ? "" : $"{codebook.Kind.Table} {codebook.ShapeHash}", _ =>
    {
        var open = parts.Value.Select((p, i) => (Part: p, Name: manifest.Parts[i])).Where(p => p.Part.Documents.Any(d => d.HasText)).ToList();
        var readers = open.ConvertAll(p => p.Part);
        return (readers, new CaseScope(build, [.. open.Select(p => p.Name)], readers, codebook));
    });

    private FoundText Show(FoundUnit found, Codebook? codebook, CaseSearchOptions options)
    {
        var (open, scope) = ScopeOf(codebook);
        var part = open[found.Part];
        var document = part.Documents[scope.DocumentOf(found.Part, found.Document)];
        var member = scope.MemberOf(found.Part, found.Document, found.Unit);
        var isShown = found.Hits.Count > 0 && options.HitsOfEach > 0;
        var text = isShown ? part.TextOf(document) : "";
        var tokens = part.Tokens.Document(found.Document);
        var sections = isShown ? scope.SectionsOf(found.Part, found.Document, found.Unit) : [];
        return new FoundText(
            codebook is not null && member is not null ? UnitId.Of(codebook.Kind.Table, document.Id, member.Value.Place).Value : OfOtherKind(found, document.Id, codebook),
            document.File,
            document.Id.Hex,
            found.Hits.Count,
            [
                .. found.Hits.Take(options.HitsOfEach).Select(hit =>
                {
                    var span = tokens.SpanOf(hit);
                    var section = sections.FirstOrDefault(s => s.Range.From <= hit.From && hit.From < s.Range.To).Name;
                    var page = document.PageOf(span.Start);
                    return new FoundHit(
                        span.Start, span.End, section, page, text[Math.Max(0, span.Start - options.Context)..span.Start], span.In(text),
                        text[span.End..Math.Min(text.Length, span.End + options.Context)]);
                }),
            ]);
    }

    /// <summary>The member of another kind of text in which something was found; empty when there is none.</summary>
    private string OfOtherKind(FoundUnit found, DocumentId document, Codebook? searched)
    {
        foreach (var other in Codebooks.Where(c => c.Of != PlaceKind.Row && c != searched))
        {
            if (ScopeOf(other).Scope.MemberAt(found.Part, found.Document, found.Hits.Count > 0 ? found.Hits[0].From : found.Unit.From) is { } member)
            {
                return UnitId.Of(other.Kind.Table, document, member.Place).Value;
            }
        }

        return "";
    }

    private Codebook? SearchedCodebook(string? kind)
    {
        var texts = Codebooks.Where(c => c.Of != PlaceKind.Row).ToList();
        if (kind is null)
        {
            return texts.MaxBy(c => Units.GetValueOrDefault(c.Kind.Table));
        }

        return texts.Find(c => c.Kind.Table == kind) ?? throw PipelineProblems.NoSuchKind(kind, Guess.Nearest(kind, texts.Select(t => t.Kind.Table)));
    }
}
