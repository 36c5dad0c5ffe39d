using System.CommandLine;
using System.CommandLine.Help;
using System.Runtime.InteropServices;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Evidence;

namespace Plumbline.Cli;

/// <summary>Reads the command line, runs the verb, and turns every fault into a sentence and an exit code.</summary>
internal static class Host
{
    /// <summary>Runs as the process: its streams, Ctrl-C, and a second Ctrl-C that ends it at once.</summary>
    public static int Run(string[] args)
    {
        var terminal = Terminal.OfProcess(noColor: args.Contains(CommonOptions.NoColorName));
        using var stop = new CancellationTokenSource();
        void OnSignal(PosixSignalContext context)
        {
            if (!stop.IsCancellationRequested)
            {
                context.Cancel = true;
                terminal.ErrorWriter.WriteLine("Stopping ... (again to stop at once; nothing acknowledged is lost)");
                stop.Cancel();
            }
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        var code = Run(args, terminal, stop.Token);
        terminal.Out.Flush();
        return (int)code;
    }

    /// <summary>Runs on given streams.</summary>
    public static ExitCode Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken stop)
    {
        var verbs = Verbs.VerbList.Entries;
        args = args.Count == 0 ? [Verbs.AppVerb.Entry.Name] : args;
        switch (args[0])
        {
            case "--help" or "-h" or "-?" or "help" when args.Count < 2:
                HelpText.Write(terminal.Out, verbs);
                return ExitCode.Clean;
            case "--version":
                terminal.Out.WriteLine("plumb " + ProgramVersion.Text);
                return ExitCode.Clean;
            case "help":
                args = [.. args.Skip(1), "--help"];
                break;
        }

        // Verbs of two words: what comes after the first is the second, or help that lists them.
        var several = verbs.Where(v => v.Name.StartsWith(args[0] + " ", StringComparison.Ordinal)).ToList();
        if (several.Count > 0)
        {
            if (args.Count < 2 || args[1] is "--help" or "-h" or "-?")
            {
                HelpText.Write(terminal.Out, args[0], several);
                return args.Count < 2 ? ExitCode.Usage : ExitCode.Clean;
            }

            args = [$"{args[0]} {args[1]}", .. args.Skip(2)];
        }

        if (verbs.FirstOrDefault(v => v.Name == args[0]) is not { } entry)
        {
            var guess = Guess.Nearest(args[0], verbs.Select(v => v.Name));
            return Fail(args[0], terminal, WantsJson(args), ExitCode.Usage, [CliProblems.Arguments(
                $"There is no verb '{args[0]}'.", guess is null ? "plumb --help" : $"Did you mean: plumb {guess}")]);
        }

        var verb = entry.Create();

        // Everything after -- is an argument, also --help.
        if (args.Skip(1).TakeWhile(a => a != "--").Any(a => a is "--help" or "-h" or "-?"))
        {
            HelpText.Write(terminal.Out, verb);
            return ExitCode.Clean;
        }

        return Run(verb, [.. args.Skip(1)], terminal, stop);
    }

    private static ExitCode Run(Verb verb, IReadOnlyList<string> args, Terminal terminal, CancellationToken stop)
    {
        var parsed = verb.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var json = WantsJson(args);
        if (parsed.Errors.Count > 0)
        {
            var names = verb.Options.Select(o => o.Name).ToList();
            return Fail(verb.Entry.Name, terminal, json, ExitCode.Usage, [.. parsed.Errors.Select(e => e.Message).Distinct().Select(message =>
            {
                var wrong = parsed.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-') && message.Contains($"'{t}'", StringComparison.Ordinal));
                var guess = wrong is null ? null : Guess.Nearest(wrong, names);
                return CliProblems.Arguments(message, guess is null ? $"plumb {verb.Entry.Name} --help" : $"Did you mean {guess}?");
            })]);
        }

        try
        {
            return verb.Body(new Call(parsed, terminal, stop));
        }
        catch (Exception e) when (Faults.Of(e, stop) is { } fault)
        {
            if (Environment.GetEnvironmentVariable("PLUMB_DEBUG") == "1")
            {
                terminal.ErrorWriter.Write(Faults.Stack(e));
            }

            return Fail(verb.Entry.Name, terminal, json, fault.Code, fault.Problems);
        }
    }

    /// <summary>Told from the words alone, so that a command line with faults is answered in JSON too.</summary>
    private static bool WantsJson(IReadOnlyList<string> args)
    {
        var words = args.TakeWhile(a => a != "--").ToList();
        return words.Contains(CommonOptions.JsonName) || words.Exists(w => w is "--format=json" or "--format:json")
            || (words.IndexOf("--format") is >= 0 and var at && at + 1 < words.Count && words[at + 1] == "json");
    }

    private static ExitCode Fail(string verb, Terminal terminal, bool json, ExitCode code, IReadOnlyList<Problem> problems)
    {
        // Rows that were already on their way can't be taken back: a fault in the middle leaves them unclosed.
        if (json && !terminal.Out.HasWritten)
        {
            JsonOutput.Object(terminal.Out, verb, body => JsonOutput.Problems(body, problems));
        }

        terminal.Out.Flush();
        ProblemPrinter.Write(terminal.Error, problems);
        return code;
    }
}
