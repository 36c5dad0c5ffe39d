using System.Globalization;
using Plumbline.Claims;

namespace Plumbline.Pipeline.Papers;

/// <summary>How a figure was made, in words for people who have never seen the program.</summary>
public static class PlainWords
{
    /// <summary>Sentences about a claim, in order.</summary>
    public static IReadOnlyList<string> Of(ClaimDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.Claim.Found is { } found ? [Found(found), .. Made(dossier)] : Made(dossier);
    }

    /// <summary>That a claim was found by its value.</summary>
    public static string Found(ClaimFinding found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return $"This claim was {found.InWords}.{(found.IsOpen ? " The figure stood in the draft first; that a count fits it does not say that it is the count that was meant." : "")}";
    }

    private static IReadOnlyList<string> Made(ClaimDossier dossier)
    {
        if (dossier.Claim.Quote is not null)
        {
            return ["The figure is one that somebody else published: its words stand in an archived document. Nothing was counted here."];
        }

        if (dossier.Claim.ExpressionText is { } expression)
        {
            return [$"The figure is calculated from other figures of this case: {expression}. Each of them is explained further down."];
        }

        return dossier.Reading is not { } reading || dossier.Claim.Query is not { } query ? []
            : reading.Kind is null ? ["The query of this claim has a fault, so there is no figure."]
            : [Counted(dossier, query), Ends(reading, query), .. Open(reading), Unread(dossier, reading)];
    }

    /// <summary>Low and high as one text: one value where they are the same.</summary>
    public static string Between(ClaimValue? low, ClaimValue? high) => low == high && low is not null ? Text(low) : $"{Text(low)} to {Text(high)}";

    /// <summary>A verdict in words.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "The figure holds: it is true however the open questions are decided.",
        Verdict.Fails => "The figure fails: it is false however the open questions are decided.",
        Verdict.Open => "The figure is open: whether it is true depends on what nobody has decided yet.",
        Verdict.NotBacked => "Nothing in this case stands behind the figure.",
        _ => "Whether the figure is true can't be told: something is wrong with the claim or its query.",
    };

    /// <summary>What a count of sources means.</summary>
    public static string Of(PaperSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return string.Join(' ', new[]
        {
            $"The evidence stands in {Count(sources.Documents, "different document", "different documents")} from {Count(sources.Count, "independent source", "independent sources")}.",
            sources.Withheld > 0 ? $"{Count(sources.Withheld, "of these sources is", "of these sources are")} not named here: {(sources.Withheld == 1 ? "its terms do" : "their terms do")} not allow it." : "",
            sources.SameText > 0 ? $"{Count(sources.SameText, "more document has", "more documents have")} the same text as another and {(sources.SameText == 1 ? "counts" : "count")} for nothing." : "",
            sources.Unknown > 0 ? $"Of {Count(sources.Unknown, "document", "documents")} nobody wrote down where {(sources.Unknown == 1 ? "it is" : "they are")} from; {(sources.Unknown == 1 ? "it counts" : "they count")} as no source." : "",
            "A document that several people brought counts for the first of them. Whether two sources had it from the same third, the archive can't know.",
        }.Where(s => s.Length > 0));
    }

    private static string Counted(ClaimDossier dossier, ClaimQuery query)
    {
        var things = dossier.Label;
        return (query.Measure switch
        {
            Measure.Count => $"The figure counts units of the table “{things}” that the query below finds.",
            Measure.Sum => $"The figure adds the amounts of units of the table “{things}” that the query below finds, one amount for each unit.",
            Measure.Share => $"The figure is the part that the units found by the first query make of those found by the second; units are those of the table “{things}”.",
            Measure.Min => dossier.Largest is null
                ? $"The figure is the smallest amount among the units of the table “{things}” that the query below finds."
                : $"The figures are the smallest and the largest amount among the units of the table “{things}” that the query below finds.",
            Measure.Max => $"The figure is the largest amount among the units of the table “{things}” that the query below finds.",
            Measure.First => $"The figure is the earliest day among the units of the table “{things}” that the query below finds.",
            Measure.Last => $"The figure is the latest day among the units of the table “{things}” that the query below finds.",
            _ => $"The claim is that there is at least one unit in the table “{things}” that the query below finds.",
        }) + " A unit that came in several times, or in several documents, counts once.";
    }

    private static string Ends(ClaimReading reading, ClaimQuery query) => reading.Low == reading.High && reading.Low is not null
        ? $"It is {Text(reading.Low)}{Currency(reading)}: nothing that people could still decide about the units found changes it."
        : $"It lies between {Text(reading.Low)} and {Text(reading.High)}{Currency(reading)}{(query.Measure == Measure.Share ? " (1 is the whole)" : "")}, however the open questions are decided.";

    private static IEnumerable<string> Open(ClaimReading reading)
    {
        var open = reading.Rows - reading.Confirmed;
        yield return reading.Confirmed == 0 ? "No unit is confirmed: that needs every value that the query asks for to be decided by people, or to stand in a column of a record."
            : $"{Count(reading.Confirmed, "unit is", "units are")} confirmed: every value that the query asks for was decided by people, or stands in a column of a record.";
        if (open > 0)
        {
            yield return $"{Count(open, "more is", "more are")} possible: a rule of the codebook read {(open == 1 ? "it" : "them")} so and nobody has decided, or people disagree. What the machine read alone never counts as confirmed.";
        }
    }

    private static string Unread(ClaimDossier dossier, ClaimReading reading) => reading.Unread == 0
        ? "No unit is left unread: of every other unit it is decided that it does not belong here."
        : $"{Count(reading.Unread, "further unit is", "further units are")} in neither number: nobody has decided that {(reading.Unread == 1 ? "it does" : "they do")} not belong here; only rules of the codebook read {(reading.Unread == 1 ? "it" : "them")} so, or nothing did. {(dossier.Claim.AcceptsUnread ? "The authors of the draft accepted that." : "They are called unread.")}";

    private static string Currency(ClaimReading reading) => reading.Currency is { } currency ? " " + currency : "";

    private static string Text(ClaimValue? value) => value is not { } v ? "no bound" : v.Number is { } number ? number.ToString("#,0.####", CultureInfo.InvariantCulture) : v.ToString();

    private static string Count(long number, string one, string many) => $"{N(number)} {(number == 1 ? one : many)}";

    private static string N(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
