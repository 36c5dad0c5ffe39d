using Plumbline.Evidence;

namespace Plumbline.Cli.Output;

/// <summary>Problems for people: code and sentence, where, the line with a caret, what to try.</summary>
internal static class ProblemPrinter
{
    /// <summary>Writes problems, all of them, with an empty line between. Those that say the same, one behind the other, are said once with all places.</summary>
    public static void Write(Screen screen, IReadOnlyList<Problem> problems)
    {
        for (var i = 0; i < problems.Count; i++)
        {
            if (i > 0)
            {
                screen.WriteLine();
            }

            Head(screen, problems[i]);
            Place(screen, problems[i].Place);
            while (i + 1 < problems.Count && SaysTheSame(problems[i], problems[i + 1]))
            {
                if (problems[++i].Place != problems[i - 1].Place)
                {
                    Place(screen, problems[i].Place);
                }
            }

            if (problems[i].Try.Length > 0)
            {
                screen.WriteWrapped("Try: " + SafeText.Line(problems[i].Try), indent: 2, hang: 5);
            }
        }
    }

    /// <summary>Writes one problem.</summary>
    public static void Write(Screen screen, Problem problem) => Write(screen, [problem]);

    private static bool SaysTheSame(Problem a, Problem b) => a.Code == b.Code && a.Severity == b.Severity && a.Sentence == b.Sentence && a.Try == b.Try;

    private static void Head(Screen screen, Problem problem)
    {
        var (word, ink) = problem.Severity switch
        {
            Severity.Error => ("error", Ink.Red),
            Severity.Warning => ("warning", Ink.Yellow),
            _ => ("note", Ink.Cyan),
        };
        screen.Write($"{word} {problem.Code}", ink);
        screen.Write(": ");
        WriteAfter(screen, SafeText.Line(problem.Sentence), word.Length + problem.Code.Length + 3);
    }

    private static void Place(Screen screen, ProblemPlace place)
    {
        if (Where(place) is { Length: > 0 } where)
        {
            screen.WriteWrapped(where, indent: 2);
        }

        WriteSource(screen, place);
    }

    /// <summary>Place in one line: <c>file:line:column</c>, document, unit; empty when unknown.</summary>
    public static string Where(ProblemPlace place)
    {
        var file = SafeText.Line(place.File);
        var at = place.Line > 0 ? $":{place.Line}" + (place.Column > 0 ? $":{place.Column}" : "") : "";
        var parts = new[]
        {
            file.Length > 0 ? file + at : "",
            place.Document is { Hex.Length: > 0 } document ? "document " + document.Short : "",
            place.Unit is { } unit ? "unit " + unit : "",
        };
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static void WriteAfter(Screen screen, string text, int used)
    {
        if (used + SafeText.WidthOf(text) <= screen.Width)
        {
            screen.WriteLine(text);
            return;
        }

        var first = Wrapping.Wrap(text, screen.Width - used)[0];
        screen.WriteLine(first);
        screen.WriteWrapped(text[first.Length..].TrimStart(), indent: 2);
    }

    private static void WriteSource(Screen screen, ProblemPlace place)
    {
        if (place.SourceLine is not { } source || source.Trim().Length == 0)
        {
            return;
        }

        // A window of the line around the column, cleaned before and after the column apart, so that the caret stays under it.
        var number = place.Line > 0 ? $"{place.Line} | " : "| ";
        var column = Math.Clamp(place.Column - 1, 0, source.Length);
        var room = Math.Max(10, screen.Width - 2 - number.Length - 1);
        var before = SafeText.Line(source[..column]);
        var after = SafeText.Line(source[column..]);
        var cut = false;
        while (SafeText.WidthOf(before) > room / 2 && SafeText.WidthOf(before) + SafeText.WidthOf(after) > room)
        {
            before = before[(char.IsHighSurrogate(before[0]) ? 2 : 1)..];
            cut = true;
        }

        before = cut ? "…" + before[1..] : before;
        var shown = Wrapping.Wrap(after, room - SafeText.WidthOf(before))[0];
        screen.WriteLine($"  {number}{before}{shown}");
        if (place.Column > 0)
        {
            var line = new string(' ', number.Length - 2) + "| ";
            screen.Write("  " + line + new string(' ', SafeText.WidthOf(before)));
            screen.WriteLine("^", Ink.Red);
        }
    }
}
