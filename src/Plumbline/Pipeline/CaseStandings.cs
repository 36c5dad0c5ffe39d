using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Processes;

namespace Plumbline.Pipeline;

/// <summary>How all claims of a case stand in a build: what is compared before and after a change.</summary>
public static class CaseStandings
{
    /// <summary>Checks all of <c>drafts/</c>, and the claims that no draft uses.</summary>
    /// <param name="files">Where drafts, claims.yaml and case.yaml are read from.</param>
    /// <param name="built">The build.</param>
    /// <param name="tables">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="cancellation">Stops between passages.</param>
    /// <exception cref="Evidence.PlumblineException">claims.yaml or the tables can't be read.</exception>
    public static IReadOnlyList<FigureStanding> Read(CaseFolder files, BuiltCase built, ChildCommand tables, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(built);
        using var reader = new TablesProcess(built.TablesPath, tables);
        var options = new CheckOptions { Hedges = CaseSettings.Read(files).Hedges, EvidenceRows = 0, ReadUnused = true, LooksInside = false };
        return FigureStanding.Of(CaseCheck.Check(files, built, [], reader, options, cancellation));
    }
}
