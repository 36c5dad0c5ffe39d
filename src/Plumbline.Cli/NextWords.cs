using Plumbline.Claims;
using Plumbline.Claims.Next;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>What <c>plumb next</c> says of a figure and of a step, in words, and the command that does it.</summary>
internal static class NextWords
{
    private const int LongestValue = 80;

    /// <summary>What decides a figure: so many confirmations, so many refutations, or nothing less than all.</summary>
    public static IReadOnlyList<string> Of(OpenFigure figure)
    {
        var lines = new List<string>();
        if (Turn(figure.Confirmed, "confirmation", "confirmations") is { } confirmed)
        {
            lines.Add($"{confirmed} (of {Screen.Count(figure.Confirmed.Of, "open unit", "open units")})");
        }

        if (Turn(figure.Refuted, "refutation", "refutations") is { } refuted)
        {
            lines.Add(refuted);
        }

        if (figure.Confirmed.Verdict != Verdict.Holds && figure.Refuted.Verdict != Verdict.Holds)
        {
            var all = new[] { figure.Possible > 0 ? $"{Screen.Digits(figure.Possible)} possible" : "", figure.Unread > 0 ? $"{Screen.Digits(figure.Unread)} unread" : "" }.Where(p => p.Length > 0);
            lines.Add(figure.Checked is null ? $"no draft states it; it has one value when all are settled: {string.Join(", ", all)}"
                : $"can hold only when what is open is settled: {string.Join(", ", all)}");
        }

        if (figure.Codings is { } codings)
        {
            lines.Add(figure.Checked is null ? $"if the machine is right, {Screen.Count(codings, "decision settles it", "decisions settle it")}"
                : $"if the machine is right, {Screen.Count(codings, "decision makes", "decisions make")} it {(figure.Expected == Verdict.Holds ? "hold" : "fail")}");
        }

        return lines;
    }

    /// <summary>Why a step is worth doing, and what is known of it.</summary>
    public static string Reason(NextLine line)
    {
        var step = line.Step;
        var serves = step.Claims.Count == 1 ? $"for {SafeText.Line(step.Claims[0])}" : $"one decision for {step.Claims.Count} claims: {SafeText.Line(string.Join(", ", step.Claims))}";
        var known = step.Act switch
        {
            NextAct.Judge => "may be the same as another unit; until somebody says, a figure counts it only once at its low end",
            NextAct.Affirm => $"{People(line)} under an earlier definition; the same again affirms it",
            NextAct.Adjudicate when step.Variable!.IsUnclear => "a coder read it and could not tell; somebody must say what stands",
            NextAct.Adjudicate => $"coders disagree: {People(line)}; somebody must say what stands",
            NextAct.SecondCoder => $"{People(line)}; the case asks for more than one coder",
            _ => Machine(line),
        };
        return $"{serves}; {known}";
    }

    /// <summary>The command that does it; values out of texts are quoted so that no shell reads them.</summary>
    public static string Command(NextLine line, string path)
    {
        var step = line.Step;
        if (step.Act == NextAct.Judge)
        {
            return $"plumb duplicates {path}";
        }

        var verb = step.Act == NextAct.Adjudicate ? "adjudicate" : "code";
        var start = $"plumb {verb} {path} {step.Unit.UnitId} {step.Variable!.Name}";
        var proposed = step.Act == NextAct.Affirm ? line.Said.FirstOrDefault(s => s.IsStale) : step.Act == NextAct.SecondCoder ? line.Said.FirstOrDefault(s => s.Coder is not null) : step.Act == NextAct.Code ? line.Machine : null;
        return proposed switch
        {
            { Status: "stated" } when proposed.Values.Count > 0 && proposed.Values.All(IsPlain) => $"{start} {string.Join(' ', proposed.Values.Select(Quoted))}{(proposed.IsSilence ? " --read-whole" : "")} --as YOU",
            { Status: "not-stated" } => $"{start} --not-stated --read-whole --as YOU",
            { Status: "not-applicable" } => $"{start} --not-applicable --read-whole --as YOU",
            _ => $"{start} VALUE --quote \"WORDS\" --as YOU",
        };
    }

    private static string? Turn(Turn turn, string one, string many) => turn.Units is not { } units ? null
        : $"{(turn.Verdict == Verdict.Holds ? "holds" : "fails")} after at least {Screen.Count(units, "more " + one, "more " + many)}";

    private static string Machine(NextLine line)
    {
        var said = line.Said.Where(s => s.Coder is null).ToList();
        var inside = (line.Step.Within.Count > 0 ? "counts as possible" : "is left out")
            + (line.Step.Variable is { Tried: > 0 } v ? $"; people agreed with its rule {Screen.Digits(v.Right)} of {Screen.Count(v.Tried, "time", "times")}" : "");
        return said switch
        {
            [] => "nobody has read it, and no rule says anything of it",
            [{ Status: "stated" } one] => $"the machine reads {SafeText.Line(Cut(string.Join(", ", one.Values)))}{(one.IsSilence ? " out of silence" : one.IsCertain ? " and is sure of it" : ", a guess")}; it {inside}",
            [{ Status: "unclear" }] => "the machine found something and could not tell",
            [var one] => $"the machine says {one.Status}{(one.IsSilence ? " out of silence" : "")}; it {inside}",
            _ => "the machine found several values",
        };
    }

    private static string People(NextLine line)
    {
        var people = line.Said.Where(s => s.Coder is not null).Select(s => $"{s.Coder} said {(s.Values.Count > 0 ? Cut(string.Join(", ", s.Values)) : s.Status)}").ToList();
        return people.Count == 0 ? "somebody decided" : SafeText.Line(string.Join(", ", people.Take(3)));
    }

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + "...";

    private static bool IsPlain(string value) => value.Length is > 0 and <= LongestValue && value[0] != '-' && !value.Contains('\'', StringComparison.Ordinal) && SafeText.Line(value) == value;

    private static string Quoted(string value) => value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':') ? value : $"'{value}'";
}
