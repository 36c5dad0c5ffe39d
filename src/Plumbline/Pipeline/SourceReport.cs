using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Processes;

namespace Plumbline.Pipeline;

/// <summary>A document that a source gave.</summary>
/// <param name="Id">The document.</param>
/// <param name="File">Name of the file as it first came in. Hostile text.</param>
/// <param name="IsOnly">True when nobody else gave it.</param>
/// <param name="IsWithdrawn">True when it is read no more.</param>
public sealed record SourceDocument(DocumentId Id, string File, bool IsOnly, bool IsWithdrawn);

/// <summary>A source, and what rests on it.</summary>
public sealed record ListedSource
{
    /// <summary>What <c>sources.yaml</c> says of it.</summary>
    public required CaseSource Source { get; init; }

    /// <summary>False when only the journal names it.</summary>
    public required bool IsListed { get; init; }

    /// <summary>What holds today.</summary>
    public required Terms Today { get; init; }

    /// <summary>Why it is withdrawn; null when it is not.</summary>
    public required string? Withdrawn { get; init; }

    /// <summary>Its documents, in archive order.</summary>
    public required IReadOnlyList<SourceDocument> Documents { get; init; }

    /// <summary>Decisions on its documents that are set aside.</summary>
    public required long SetAside { get; init; }

    /// <summary>Units in which one of its documents stands; null without a build.</summary>
    public long? Units { get; init; }

    /// <summary>Claims whose possible reading holds one of these units, or that quote one of its documents; null without a build.</summary>
    public IReadOnlyList<string>? Claims { get; init; }
}

/// <summary>The sources of a case.</summary>
/// <param name="Sources">Those of <c>sources.yaml</c> in its order, then those that only the journal names.</param>
/// <param name="Unnamed">Documents that nobody is named for.</param>
/// <param name="Withdrawn">Documents that were withdrawn themselves, with the reason.</param>
/// <param name="Problems">Warnings about <c>sources.yaml</c>.</param>
public sealed record SourceReport(
    IReadOnlyList<ListedSource> Sources, long Unnamed, IReadOnlyList<(DocumentId Document, string Reason)> Withdrawn, IReadOnlyList<Problem> Problems)
{
    /// <summary>The documents that nobody is named for, in archive order.</summary>
    public IReadOnlyList<SourceDocument> UnnamedDocuments { get; init; } = [];

    /// <summary>Rows of a claim that are looked at.</summary>
    private const int MostRows = 100_000;

    /// <summary>Reads the sources, and what rests on them in a build.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="built">The build in use, or null.</param>
    /// <param name="tables">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="clock">Says which day it is.</param>
    /// <exception cref="UsageException"><c>sources.yaml</c> has faults.</exception>
    public static SourceReport Read(CaseFolder folder, BuiltCase? built, ChildCommand tables, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var problems = new List<Problem>();
        var list = SourceList.Read(folder, problems);
        if (problems.Exists(p => p.Severity == Severity.Error))
        {
            throw CaseProblems.FaultySources(problems);
        }

        using var journal = Journal.OpenRead(folder);
        var view = new JournalView(journal);
        var withdrawals = view.Withdrawals();
        var out_ = GivenDocuments.Of(view, folder).Withdrawn;
        var given = new Dictionary<string, Dictionary<DocumentId, string>>(StringComparer.Ordinal);
        var givers = new Dictionary<DocumentId, HashSet<string>>();
        var files = new Dictionary<DocumentId, string>();
        foreach (var record in view.CustodyRecords())
        {
            var ids = list.Of(record.Document, record.File, record.Folder, record.Source);
            files.TryAdd(record.Document, record.File);
            givers.TryAdd(record.Document, new HashSet<string>(StringComparer.Ordinal));
            givers[record.Document].UnionWith(ids.Count == 0 ? [""] : ids);
            foreach (var id in ids)
            {
                given.TryAdd(id, []);
                given[id].TryAdd(record.Document, record.File);
            }
        }

        var today = SourceTerms.Today(CaseSettings.Read(folder), clock);
        var aside = CaseDecisions.Read(journal).Live.Where(d => out_.Contains(d.Decision.Of.Member.Document)).ToLookup(d => d.Decision.Of.Member.Document);
        var unlisted = given.Keys.Concat(withdrawals.Standing.Select(w => w.Source).OfType<string>()).Distinct(StringComparer.Ordinal)
            .Where(id => list.Find(id) is null).Order(StringComparer.Ordinal).Select(id => new CaseSource { Id = id });
        var rows = list.All.Concat(unlisted).Select(source =>
        {
            var documents = (given.GetValueOrDefault(source.Id) ?? []).Select(d => new SourceDocument(d.Key, d.Value, givers[d.Key].Count == 1, out_.Contains(d.Key))).ToList();
            return new ListedSource
            {
                Source = source,
                IsListed = list.Find(source.Id) is not null,
                Today = source.TermsOn(today),
                Withdrawn = withdrawals.Standing.FirstOrDefault(w => w.Source == source.Id)?.Reason,
                Documents = documents,
                SetAside = documents.Sum(d => aside[d.Id].LongCount()),
            };
        }).ToList();
        return new SourceReport(
            built is null ? rows : WithUnits(folder, rows, built, tables),
            givers.Count(g => g.Value.SetEquals([""])),
            [.. withdrawals.Standing.Where(w => w.Document is not null).Select(w => (w.Document!.Value, w.Reason))],
            problems)
        {
            UnnamedDocuments = [.. givers.Where(g => g.Value.SetEquals([""])).Select(g => new SourceDocument(g.Key, files[g.Key], IsOnly: true, out_.Contains(g.Key)))],
        };
    }

    private static List<ListedSource> WithUnits(CaseFolder folder, List<ListedSource> rows, BuiltCase built, ChildCommand tables)
    {
        var unitsOf = built.UnitsByDocument();
        var units = rows.ConvertAll(r => r.Documents.SelectMany(d => unitsOf[d.Id]).ToHashSet(StringComparer.Ordinal));
        var claims = rows.ConvertAll(_ => new List<string>());
        var quotes = new CaseQuotes(built);
        using var reader = new TablesProcess(built.TablesPath, tables);
        foreach (var claim in ClaimsFile.Read(folder.ClaimsYaml).Claims.Values)
        {
            var found = claim.Query is { } query ? reader.Evidence(query, MostRows, out _).Select(r => r.UnitId).ToList() : [];
            var quoted = claim.Quote is { } quote && quotes.Contains(quote.Document, quote.Exact, out var id, out _) ? id : (DocumentId?)null;
            for (var i = 0; i < rows.Count; i++)
            {
                if (found.Exists(units[i].Contains) || (quoted is { } document && rows[i].Documents.Any(d => d.Id == document)))
                {
                    claims[i].Add(claim.Id);
                }
            }
        }

        return [.. rows.Select((r, i) => r with { Units = units[i].Count, Claims = claims[i] })];
    }
}
