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
        var terminal = Terminal.OfProcess(noColor: args.Contains(CommonOptions.NoColor.Name));
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
        var verbs = Verbs.VerbList.Create();
        switch (args.Count == 0 ? "--help" : args[0])
        {
            case "--help" or "-h" or "-?" or "help" when args.Count < 2:
                HelpText.Write(terminal.Out, verbs);
                return ExitCode.Clean;
            case "--version":
                terminal.Out.WriteLine("plumb " + ProgramVersion.Text);
                return ExitCode.Clean;
            case "help":
                args = [args[1], "--help"];
                break;
        }

        var verb = verbs.FirstOrDefault(v => v.Name == args[0]);
        if (verb is null)
        {
            var guess = Guess.Nearest(args[0], verbs.Select(v => v.Name));
            ProblemPrinter.Write(terminal.Error, CliProblems.Arguments(
                $"There is no verb '{args[0]}'.", guess is null ? "plumb --help" : $"Did you mean: plumb {guess}"));
            return ExitCode.Usage;
        }

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
        var json = args.TakeWhile(a => a != "--").Contains(CommonOptions.Json.Name);
        if (parsed.Errors.Count > 0)
        {
            var names = verb.Options.Select(o => o.Name).ToList();
            return Fail(verb, terminal, json, ExitCode.Usage, [.. parsed.Errors.Select(e => e.Message).Distinct().Select(message =>
            {
                var wrong = parsed.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-') && message.Contains($"'{t}'", StringComparison.Ordinal));
                var guess = wrong is null ? null : Guess.Nearest(wrong, names);
                return CliProblems.Arguments(message, guess is null ? $"plumb {verb.Name} --help" : $"Did you mean {guess}?");
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

            return Fail(verb, terminal, json, fault.Code, fault.Problems);
        }
    }

    private static ExitCode Fail(Verb verb, Terminal terminal, bool json, ExitCode code, IReadOnlyList<Problem> problems)
    {
        if (json)
        {
            JsonOutput.Object(terminal.Out, verb.Name, body => JsonOutput.Problems(body, problems));
        }

        terminal.Out.Flush();
        ProblemPrinter.Write(terminal.Error, problems);
        return code;
    }
}
