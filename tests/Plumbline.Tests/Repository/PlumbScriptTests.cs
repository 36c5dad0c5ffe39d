using System.Diagnostics;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RepositoryFace;

/// <summary>The script that builds on first use, with a stand-in for the SDK that writes down how it was called.</summary>
public sealed class PlumbScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new("Дела и слова");

    public PlumbScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs bash");
        Directory.CreateDirectory(folder["repo", "src"]);
        Directory.CreateDirectory(folder["repo", "examples"]);
        Directory.CreateDirectory(folder["bin"]);
        File.Copy(Path.Combine(Support.Repository.Root, "plumb"), folder["repo", "plumb"]);
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" })
        {
            File.WriteAllText(folder["repo", name], "");
        }

        File.WriteAllText(folder["repo", "src", "a.cs"], "");
        var past = DateTime.UtcNow.AddMinutes(-5);
        foreach (var path in Directory.GetFileSystemEntries(folder["repo"], "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, past);
        }

        // Puts a program into the folder after -o, which prints its arguments; fails for ahead-of-time builds when told so.
        File.WriteAllText(folder["bin", "dotnet"], """
            #!/usr/bin/env bash
            echo "$*" >>"$DOTNET_LOG"
            [[ $* == *ReadyToRun* && -n ${NO_READY_TO_RUN-} ]] && exit 1
            [[ -n ${NO_BUILD-} ]] && { echo "error CS0000: broken"; exit 1; }
            while [[ $1 != -o ]]; do shift; done
            mkdir -p "$2"
            printf '#!/usr/bin/env bash\nprintf "<%%s>" "$@"; exit 7\n' >"$2/plumb"
            chmod +x "$2/plumb"
            """.ReplaceLineEndings("\n"));
        foreach (var script in new[] { folder["bin", "dotnet"], folder["repo", "plumb"] })
        {
#pragma warning disable CA1416 // The whole class is skipped on Windows.
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        }
    }

    [Fact]
    public void It_builds_on_first_use_and_then_only_starts()
    {
        Assert.Equal((7, "<search><мой случай><a  b>", "building plumb (first use) ...\n"), Run([], "search", "мой случай", "a  b"));
        Assert.Equal((7, "<--help>", ""), Run([], "--help"));
        Assert.Single(Calls());
        Assert.DoesNotContain("run", Calls()[0].Split(' '));
    }

    [Fact]
    public void It_builds_again_when_a_source_changed_or_went()
    {
        Run([], "x");
        File.WriteAllText(folder["repo", "src", "a.cs"], "changed");
        File.SetLastWriteTimeUtc(folder["repo", "src", "a.cs"], DateTime.UtcNow.AddSeconds(2));
        Assert.Equal("building plumb (the sources changed) ...\n", Run([], "x").Error);
    }

    [Fact]
    public void Without_the_ahead_of_time_compiler_it_builds_plainly()
    {
        Assert.Equal(7, Run([("NO_READY_TO_RUN", "1")], "x").Code);
        Assert.Equal(2, Calls().Length);
    }

    [Fact]
    public void A_failed_build_says_what_the_compiler_said_and_leaves_nothing()
    {
        var (code, output, error) = Run([("NO_BUILD", "1")], "x");
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("error CS0000: broken", error, StringComparison.Ordinal);
        Assert.Equal(7, Run([], "x").Code);
    }

    [Fact]
    public void It_works_through_a_link_and_from_any_folder()
    {
        File.CreateSymbolicLink(folder["bin", "plumb"], folder["repo", "plumb"]);
        Assert.Equal(7, RunFrom("/", folder["bin", "plumb"], [], "x").Code);
    }

    public void Dispose() => folder.Dispose();

    private string[] Calls() => File.ReadAllLines(folder["calls"]);

    private (int Code, string Out, string Error) Run((string, string)[] environment, params string[] args) =>
        RunFrom(folder.Path, folder["repo", "plumb"], environment, args);

    private (int Code, string Out, string Error) RunFrom(string from, string script, (string Name, string Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo(script, args) { WorkingDirectory = from, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_LOG"] = folder["calls"];
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
