using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Claims.Suggestions;
using Plumbline.Claims.Writing;
using Plumbline.Cli;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Cases;

/// <summary>Claims that somebody writes at their page: read while they choose, saved as the command saves them, put behind a figure. Thread safe.</summary>
internal sealed class ClaimDesk(OpenCase open) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private (string Path, TablesProcess Tables)? reading;

    /// <summary>The kinds of units that can be counted, texts first.</summary>
    public IReadOnlyList<Codebook> Kinds => [.. (open.Built?.Codebooks ?? []).OrderBy(c => c.Of == PlaceKind.Row)];

    /// <summary>What claims.yaml has.</summary>
    public ClaimsFile Claims => ClaimsFile.Read(open.Folder.ClaimsYaml);

    /// <summary>What the unit of a kind may be called in a draft, by its codebook.</summary>
    public static IReadOnlyList<string> NamesOf(Codebook codebook) => codebook.Words;

    /// <summary>The figure as it is now, with its ends; faults of the claim are in it.</summary>
    /// <exception cref="UsageException">Nothing was built yet, or a filter lacks a value.</exception>
    public ClaimReading Read(FilteredClaim claim)
    {
        var query = claim.Query("new");
        lock (gate)
        {
            return Tables().Read(query);
        }
    }

    /// <summary>Saves a claim; the file is there, whole, when this comes back.</summary>
    /// <exception cref="PlumblineException">It can't be saved.</exception>
    public void Write(FilteredClaim claim, string id)
    {
        open.Require(Act.Edit);
        CaseClaims.Write(open.Folder, claim, id.Trim());
        open.Figures.Refresh();
    }

    /// <summary>Puts a claim behind a figure of a draft that has none.</summary>
    /// <exception cref="PlumblineException">The figure is gone, or there is no room for a link.</exception>
    public LinkedFigure Link(string draft, TextSpan figure, string id)
    {
        open.Require(Act.Edit);
        var linked = CaseClaims.Link(open.Folder, draft, figure, id);
        open.Figures.Refresh();
        return linked;
    }

    /// <summary>What the figures without a claim may rest on. Takes seconds on a large case.</summary>
    /// <exception cref="PlumblineException">Nothing was built yet.</exception>
    public SuggestReport Suggest(int limit, CancellationToken cancellation)
    {
        var built = Built();
        using var tables = new TablesProcess(built.TablesPath, open.Options.Child(Workers.Sql), Patience);
        return CaseSuggestions.Find(open.Folder, built, [], tables, new CheckOptions { Hedges = open.Settings.Hedges, Clock = open.Options.Clock }, limit, cancellation);
    }

    /// <summary>Takes a suggestion: a new claim is saved, marked as found by its value; then it is put behind the figure.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="number">Number of the suggestion, from 1.</param>
    /// <param name="id">Id of the new claim; null to take the claim that is suggested.</param>
    /// <exception cref="PlumblineException">It can't be saved, or there is no room for a link.</exception>
    public LinkedFigure Take(SuggestReport report, SuggestedFigure figure, int number, string? id)
    {
        open.Require(Act.Edit);
        var taken = CaseSuggestions.Take(open.Folder, report, figure, number, id?.Trim(), write: id is not null);
        return Link(figure.Draft, figure.Span, taken.Claim);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            reading?.Tables.Dispose();
            reading = null;
        }
    }

    private TablesProcess Tables()
    {
        var path = Built().TablesPath;
        if (reading is not { } known || known.Path != path)
        {
            reading?.Tables.Dispose();
            reading = known = (path, new TablesProcess(path, open.Options.Child(Workers.Sql)));
        }

        return known.Tables;
    }

    private BuiltCase Built() => open.Built ?? throw new UsageException("APP002", "Nothing was read yet.", "Take files in first.");
}
