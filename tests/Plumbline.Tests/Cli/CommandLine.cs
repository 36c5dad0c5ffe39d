using Plumbline.Cli;
using Plumbline.Cli.Output;

namespace Plumbline.Tests.Cli;

/// <summary>Runs the command in this process, as a person without a terminal.</summary>
internal sealed record CommandLine(ExitCode Code, string Out, string Error)
{
    public static CommandLine Run(params string[] args) => RunAt(80, args);

    public static CommandLine RunAt(int width, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = Host.Run(args, new Terminal(output, error, width), TestContext.Current.CancellationToken);
        return new CommandLine(code, output.ToString(), error.ToString());
    }

    /// <summary>The whole run for a golden file, with the folder's path taken out.</summary>
    public string Session(string folder) =>
        $"{Out}{(Error.Length > 0 ? "--- error\n" + Error : "")}--- exit {(int)Code}\n".Replace(folder, "FOLDER", StringComparison.Ordinal);
}
