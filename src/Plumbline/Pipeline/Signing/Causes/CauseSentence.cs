using System.Globalization;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>A cause in one sentence for the people of the case, with the entries that did it.</summary>
public static class CauseSentence
{
    private const int MostEntries = 3;

    /// <summary>Such as <c>5 units of rulings: a decision on rulings.outcome was taken back (4f1d22a0:21 by quiet-heron-17)</c>.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="units">What its units are called, such as <c>rulings</c>; null for <c>units</c>.</param>
    /// <param name="withReasons">True to give what people wrote as reason or note: for their own eyes.</param>
    public static string Of(MoveCause cause, string? units, bool withReasons)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var about = cause.About.Count == 0 ? "" : string.Join(", ", cause.About);
        var on = about.Length == 0 ? "" : " on " + about;
        var what = cause.Kind switch
        {
            CauseKind.Withdrawn => "documents were withdrawn",
            CauseKind.Reinstated => "withdrawn documents were taken back in",
            CauseKind.Erased => about.Length == 0 ? "documents were erased" : $"what people had decided{on} was erased",
            CauseKind.Documents => "new documents came in",
            CauseKind.Coded => $"people coded {about}",
            CauseKind.Adjudicated => $"somebody adjudicated {about}",
            CauseKind.TakenBack => $"a decision{on} was taken back",
            CauseKind.Attached => $"a decision{on} was put to another unit",
            CauseKind.United => "what had been one unit is several, or several are one",
            CauseKind.Carried => $"decisions{on} were carried over to a new definition",
            CauseKind.Definition => $"the definition of {about} changed, so decisions on it have to be looked at again",
            CauseKind.Codebook => $"rules or units of {about} changed in its codebook",
            CauseKind.CaseFile => "case.yaml changed",
            CauseKind.Claim => "the claim was changed in claims.yaml",
            CauseKind.Draft => "the draft was changed",
            CauseKind.Program => "this version of the program reads or codes otherwise",
            _ => "no entry and no file explains it",
        };
        var count = cause.Units == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{cause.Units:#,0} {(cause.Units == 1 ? "unit" : "units")}{(units is null ? "" : " of " + units)}: ");
        return $"{count}{what}{Steps(cause)}{Entries(cause, withReasons)}";
    }

    private static string Steps(MoveCause cause)
    {
        var steps = new[] { (cause.Confirmed, "confirmed"), (cause.Possible, "possible"), (cause.Unread, "unread") }
            .Where(s => s.Item1 != 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Item1:+#,0;-#,0} {s.Item2}"))
            .Concat(new[] { ("low", cause.Low ?? 0), ("high", cause.High ?? 0) }.Where(a => a.Item2 != 0)
                .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Item1} {a.Item2:+#,0.##;-#,0.##}"))).ToList();
        return steps.Count == 0 ? "" : $"; {string.Join(", ", steps)}";
    }

    private static string Entries(MoveCause cause, bool withReasons)
    {
        if (cause.Entries.Count == 0)
        {
            return "";
        }

        var named = cause.Entries.Take(MostEntries).Select(e => $"{e.Name.Short}{(withReasons ? $" by {e.Who}{(e.Reason is { } reason ? $", \"{reason}\"" : "")}" : "")}");
        var more = cause.Entries.Count > MostEntries ? string.Create(CultureInfo.InvariantCulture, $", and {cause.Entries.Count - MostEntries:#,0} more") : "";
        return $" ({string.Join("; ", named)}{more}{(cause.IsFromElsewhere ? "; came with a merge" : "")})";
    }
}
