using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>A line of help: a name and what it means.</summary>
internal sealed record HelpRow(string Name, string Meaning);

/// <summary>Help, made from the verbs and the list of stages.</summary>
internal static class HelpText
{
    private const int Indent = 2;

    /// <summary>Help of the command.</summary>
    public static void Write(Screen screen, IReadOnlyList<VerbEntry> verbs)
    {
        screen.WriteWrapped("plumb: from raw files to checked figures, and from every figure back to the words that support it.");
        screen.WriteLine();
        screen.WriteWrapped("Usage: plumb VERB [arguments]", hang: 4);
        screen.WriteWrapped("Examples of a verb: plumb VERB --help", hang: 4);
        Heading(screen, "Verbs");
        Rows(screen, [.. InOrder(verbs).Select(v => new HelpRow(v.Name, v.Sentence))]);
        Heading(screen, "The way of the data");
        Rows(screen, [.. StageList.InOrder.Select(s => new HelpRow($"{s.Name} ({s.Prefix})", $"{string.Join(", ", s.Reads)} -> {string.Join(", ", s.Writes)}"))]);
        Heading(screen, "Options of every verb");
        Rows(screen, [.. CommonOptions.Rows, new("--help", "Help of the verb."), new("--version", "Version of the program.")]);
        Heading(screen, "Exit codes");
        screen.WriteWrapped("0 clean, 1 problems found, 2 wrong usage, 3 fault of the machine, 4 integrity broken", Indent);
        Heading(screen, "Start with");
        Rows(screen, [new("plumb demo", "Two thousand invented rulings, a draft, and the figure in it that is wrong.")]);
    }

    /// <summary>Help of verbs of two words that share the first.</summary>
    public static void Write(Screen screen, string first, IReadOnlyList<VerbEntry> verbs)
    {
        screen.WriteWrapped($"Usage: plumb {first} VERB [arguments]", hang: 4);
        screen.WriteWrapped($"Examples of a verb: plumb {first} VERB --help", hang: 4);
        Heading(screen, "Verbs");
        Rows(screen, [.. verbs.Select(v => new HelpRow(v.Name[(first.Length + 1)..], v.Sentence))]);
    }

    /// <summary>Help of a verb.</summary>
    public static void Write(Screen screen, Verb verb)
    {
        screen.WriteWrapped(verb.Description ?? "");
        screen.WriteLine();
        var shown = verb.Options.Where(o => !o.Hidden && o.Name != "--help").ToList();
        var arguments = verb.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Arity.MaximumNumberOfValues > 1 ? a.Name + "..." : a.Name);
        screen.WriteWrapped($"Usage: plumb {verb.Entry.Name} {string.Join(" ", arguments)}{(shown.Count > 0 ? " [options]" : "")}", hang: 4);
        if (verb.Arguments.Count > 0)
        {
            Heading(screen, "Arguments");
            Rows(screen, [.. verb.Arguments.Select(a => new HelpRow(a.Name, a.Description ?? ""))]);
        }

        Heading(screen, "Options");
        Rows(screen, [.. shown.Select(Row), new("--help", "This help.")]);
        Heading(screen, "Examples");
        foreach (var example in verb.Examples)
        {
            screen.WriteWrapped("# " + example.Purpose, Indent, 2, Ink.Dim);
            screen.WriteLine(new string(' ', Indent) + example.CommandLine);
        }
    }

    /// <summary>Verbs of no stage first as declared (new, demo ...), then in the order of the stages.</summary>
    public static IEnumerable<VerbEntry> InOrder(IReadOnlyList<VerbEntry> verbs) =>
        verbs.Where(v => v.Stage is null).Concat(StageList.InOrder.SelectMany(s => verbs.Where(v => v.Stage == s.Name)));

    private static HelpRow Row(Option option)
    {
        var names = string.Join(", ", option.Aliases.OrderBy(a => a.Length).Append(option.Name));
        var value = option.ValueType == typeof(bool) ? "" : " " + (option.HelpName ?? "VALUE");
        return new HelpRow(names + value, option.Description ?? "");
    }

    private static void Heading(Screen screen, string text)
    {
        screen.WriteLine();
        screen.WriteLine(text, Ink.Bold);
    }

    private static void Rows(Screen screen, IReadOnlyList<HelpRow> rows)
    {
        var longest = 0;
        foreach (var row in rows)
        {
            longest = Math.Max(longest, row.Name.Length);
        }

        var column = Math.Min(longest + 2, Math.Max(12, screen.Width / 3));
        foreach (var (name, meaning) in rows)
        {
            var start = new string(' ', Indent) + name;
            var lines = Wrapping.Wrap(meaning, screen.Width - Indent - column);
            if (name.Length + 2 > column)
            {
                screen.WriteLine(start);
                start = new string(' ', Indent);
            }

            screen.WriteLine(start.PadRight(Indent + column) + lines[0]);
            foreach (var line in lines.Skip(1))
            {
                screen.WriteLine(new string(' ', Indent + column) + line);
            }
        }
    }
}
