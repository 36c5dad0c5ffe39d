using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Plumbline.Cases;

namespace Plumbline.Pipeline.Replies;

/// <summary>Days as people of a case count them.</summary>
public static class CaseDay
{
    /// <summary>What day it is, in the zone of the case.</summary>
    public static DateOnly Today(CaseFolder folder, TimeProvider clock) => SourceTerms.Today(CaseSettings.Read(folder), clock);

    /// <summary>The zone of the case; UTC where case.yaml names none.</summary>
    public static TimeZoneInfo Zone(CaseFolder folder) => TimeZoneInfo.FindSystemTimeZoneById(CaseSettings.Read(folder, []).TimeZone);

    /// <summary>ISO 8601, or null.</summary>
    [return: NotNullIfNotNull(nameof(day))]
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
