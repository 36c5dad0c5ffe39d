using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Evidence;

namespace Plumbline.Cli;

/// <summary>One run of a verb: its arguments, where its answer goes, and when to stop.</summary>
internal sealed class Call(ParseResult arguments, Terminal terminal, CancellationToken stop)
{
    /// <summary>Where answers go.</summary>
    public Screen Out => terminal.Out;

    /// <summary>Where remarks and errors go.</summary>
    public Screen Error => terminal.Error;

    /// <summary>True when the answer must be JSON.</summary>
    public bool Json { get; } = arguments.GetValue(CommonOptions.Json);

    /// <summary>True when remarks are not wanted.</summary>
    public bool Quiet { get; } = arguments.GetValue(CommonOptions.Quiet);

    /// <summary>Set by Ctrl-C.</summary>
    public CancellationToken Stop => stop;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => TimeProvider.System;

    /// <summary>Value of an option.</summary>
    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    /// <summary>Value of an argument.</summary>
    public T Get<T>(Argument<T> argument) => arguments.GetValue(argument)!;

    /// <summary>The case that an argument names.</summary>
    public CaseFolder Case(Argument<string> argument) => CaseFolder.Open(Get(argument));

    /// <summary>Shows progress until disposed.</summary>
    public ProgressDisplay Progress() => new(terminal.ErrorWriter, terminal.HasProgressBars, Quiet, Clock, Stop);

    /// <summary>Asks a person; true when nobody can be asked, or JSON is wanted: what runs without a terminal was meant.</summary>
    public bool Agrees(string question)
    {
        if (terminal.Answers is not { } answers || Json)
        {
            return true;
        }

        Out.Flush();
        terminal.ErrorWriter.Write(question + " [y/N] ");
        return answers.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes" or "д" or "да";
    }

    /// <summary>A path as it can be typed into a shell again: between quotes where it needs them.</summary>
    public static string Quoted(string path) =>
        path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '~' or '\\') && path.Length > 0 ? path : $"\"{SafeText.Line(path)}\"";

    /// <summary>A remark for a person, on standard error; nothing with --quiet or --json.</summary>
    public void Remark(string text)
    {
        if (!Quiet && !Json)
        {
            Out.Flush();
            Error.WriteWrapped(text, ink: Ink.Dim);
        }
    }

    /// <summary>Problems for a person on standard error; with --json they are in the answer.</summary>
    public void Show(IReadOnlyList<Problem> problems)
    {
        if (!Json && problems.Count > 0)
        {
            Out.Flush();
            ProblemPrinter.Write(Error, problems);
        }
    }
}
