using System.CommandLine;
using System.Text;
using Plumbline.Pipeline;

namespace Plumbline.Cli;

/// <summary>docs/cli.md, made from the verbs and the stages, so that page and help never differ. A test writes and compares it.</summary>
internal static class CliPage
{
    public static string Write(IReadOnlyList<Verb> verbs)
    {
        var page = new StringBuilder("""
            # The command

            This page is made from the program (`PLUMB_ACCEPT=1 ./test --filter-class "*.DocsTests"`); `plumb VERB --help` says the same.

            ## The way of the data

            | stage | problems | does | reads | writes |
            | --- | --- | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var stage in StageList.InOrder)
        {
            page.Append($"| {stage.Name} | {stage.Prefix} | {stage.Meaning} | {string.Join(", ", stage.Reads)} | {string.Join(", ", stage.Writes)} |\n");
        }

        page.Append("""

            ## Every verb

            | option | what |
            | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var option in CommonOptions.OfEveryVerb)
        {
            page.Append(Row(option));
        }

        page.Append("""
            | `--help`, `-h` | help with examples |
            | `--version` | version of the program (without a verb) |

            Exit codes: 0 clean; 1 done, but problems were found (a document that could not be read, a figure that fails); 2 not done as asked; 3
            fault of the machine; 4 something that was written is not as it was written; 130 stopped. Answers go to standard output, progress, remarks and
            errors to standard error. Colours only on a terminal, and not with NO_COLOR. Ctrl-C stops at the next safe point and loses
            nothing acknowledged; a second one stops at once. PLUMB_DEBUG=1 adds the stack of an unknown fault.

            """.ReplaceLineEndings("\n"));
        foreach (var entry in HelpText.InOrder([.. verbs.Select(v => v.Entry)]))
        {
            Write(page, verbs.First(v => v.Entry == entry));
        }

        page.Append(CliProblems.Page);
        return page.ToString();
    }

    private static void Write(StringBuilder page, Verb verb)
    {
        page.Append($"\n## {verb.Entry.Name}\n\n{verb.Description}\n\n| argument or option | what |\n| --- | --- |\n");
        foreach (var argument in verb.Arguments)
        {
            page.Append($"| `{argument.Name}` | {argument.Description} |\n");
        }

        foreach (var option in verb.Options.Except(CommonOptions.OfEveryVerb).Where(o => o.Name != "--help"))
        {
            page.Append(Row(option));
        }

        page.Append('\n');
        foreach (var example in verb.Examples)
        {
            page.Append($"    {example.CommandLine}\n\n{example.Purpose}\n\n");
        }

        page.Length--;
    }

    private static string Row(Option option)
    {
        var names = string.Join(", ", new[] { option.Name }.Concat(option.Aliases.Order(StringComparer.Ordinal)).Select(n => $"`{n}`"));
        return $"| {names}{(option.ValueType == typeof(bool) ? "" : $" {option.HelpName}")} | {option.Description} |\n";
    }
}
