using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RepositoryFace;

/// <summary>
/// <c>./plumb release</c>: with a stand-in for the SDK, what is put beside the programs and summed; and, where a release was built, that its programs start
/// from a folder that can't be written to, with nothing around them.
/// </summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new("флешка 1");

    [Fact]
    public void A_release_has_its_starters_its_docs_and_its_sums()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs bash and GNU tools");
        CopyRepository();
        var (code, output, error) = Run(folder["repo", "plumb"], [("PATH", folder["bin"] + ":/usr/bin:/bin")], "release");
        Assert.True(code == 0, error);
        Assert.Equal(folder["repo", "artifacts", "release"], output.Trim());
        var sums = File.ReadAllLines(folder["repo", "artifacts", "release", "SHA256SUMS"]);
        Assert.Equal(["plumb-1.2.3-linux-x64.tar.gz", "plumb-1.2.3-win-x64.zip"], sums.Select(l => l[66..]));
        Assert.All(sums, l => Assert.Equal(l[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder["repo", "artifacts", "release", l[66..]])))));
        foreach (var (name, starter) in new[] { ("plumb-1.2.3-linux-x64", "Plumbline.sh"), ("plumb-1.2.3-win-x64", "Plumbline.cmd") })
        {
            var made = Directory.GetFiles(folder["repo", "artifacts", "release", name], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["repo", "artifacts", "release", name], f)).ToList();
            Assert.Contains(starter, made);
            Assert.Contains("docs/first-hour.md", made);
            Assert.Contains("READ-ME-FIRST.txt", made);
            Assert.DoesNotContain(made, f => f.EndsWith(".pdb", StringComparison.Ordinal) || f.EndsWith("web.config", StringComparison.Ordinal));
            Assert.Equal(made.Order(StringComparer.Ordinal).Except(["SHA256SUMS"]), File.ReadAllLines(folder["repo", "artifacts", "release", name, "SHA256SUMS"]).Select(l => l[66..]));
        }

        Assert.All(File.ReadAllLines(folder["repo", "artifacts", "release", "plumb-1.2.3-win-x64", "Plumbline.cmd"]), l => Assert.DoesNotContain("\n", l, StringComparison.Ordinal));
        Assert.EndsWith("\r\n", File.ReadAllText(folder["repo", "artifacts", "release", "plumb-1.2.3-win-x64", "Plumbline.cmd"]), StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(folder["repo", "artifacts", "release", "plumb-1.2.3-win-x64.zip"]);
        Assert.Contains(zip.Entries, e => e.FullName == "plumb-1.2.3-win-x64/Plumbline.cmd");
    }

    [Fact]
    public void The_starter_says_what_to_do_where_programs_may_not_start_and_does_without_the_library_for_letters()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs sh");
        var starter = folder["Plumbline.sh"];
        File.Copy(Path.Combine(Support.Repository.Root, "src", "Plumbline.App", "Starters", "Plumbline.sh"), starter);
        Executable(starter, File.ReadAllText(starter));
        var refused = Run(starter, []);
        Assert.Equal(3, refused.Code);
        Assert.Contains("Copy the folder to your home", refused.Error, StringComparison.Ordinal);
        Executable(folder["plumb"], "#!/bin/sh\n[ \"$DOTNET_SYSTEM_GLOBALIZATION_INVARIANT\" = 1 ]\n");
        Executable(folder["plumb-app"], "#!/bin/sh\necho \"$DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:$1\"\n");
        Assert.Equal((0, "1:дело\n", ""), Run(starter, [], "дело"));
        Executable(folder["plumb"], "#!/bin/sh\nexit 0\n");
        Assert.Equal((0, ":дело\n", ""), Run(starter, [], "дело"));
    }

    [Fact]
    public async Task A_built_release_starts_from_a_folder_that_cannot_be_written_to_with_nothing_around_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        var built = Directory.Exists(Path.Combine(Support.Repository.Root, "artifacts", "release")) ? Directory.GetDirectories(Path.Combine(Support.Repository.Root, "artifacts", "release"), "*-linux-x64").FirstOrDefault() : null;
        Assert.SkipUnless(built is not null, "needs a release: ./plumb release");
        var stick = folder["stick"];
        Directory.CreateDirectory(folder["home"]);
        Assert.Equal(0, Run("/bin/cp", [], "-r", built!, stick).Code);
        Assert.Equal(0, Run("/bin/chmod", [], "-R", "a-w", stick).Code);
        try
        {
            (string, string)[] nothing = [("HOME", folder["home"]), ("PATH", "/nowhere"), ("TMPDIR", folder["home"])];
            var made = Run(Path.Combine(stick, "plumb"), nothing, "demo", folder["home", "case"], "--count", "12", "--quiet");
            Assert.True(made.Code == 1, made.Error); // Its draft has a figure that is wrong.
            var doctor = Run(Path.Combine(stick, "plumb"), nothing, "doctor", folder["home", "case"]);
            Assert.True(doctor.Code == 0, doctor.Out);
            Assert.Matches("(?m)^warning +page-pictures", doctor.Out);
            Assert.Equal(0, RunFrom(stick, "/usr/bin/sha256sum", [], "--check", "--quiet", "SHA256SUMS").Code);
            await StartsTheApp(stick, nothing);
        }
        finally
        {
            Run("/bin/chmod", [], "-R", "u+w", stick);
        }
    }

    public void Dispose() => folder.Dispose();

    private async Task StartsTheApp(string stick, (string, string)[] nothing)
    {
        using var app = Process.Start(Start(Path.Combine(stick, "Plumbline.sh"), nothing, stick, folder["home", "case"]))!;
        try
        {
            await app.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var file = (await app.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            var address = System.Text.RegularExpressions.Regex.Match(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "url=([^\"]+)").Groups[1].Value;
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var entered = await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
            var page = System.Text.RegularExpressions.Regex.Match(await entered.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "url=([^\"]+)").Groups[1].Value;
            using var first = await client.GetAsync(new Uri(new Uri(address), page), TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, first.StatusCode);
            Assert.Contains("<h1", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            app.Kill();
            await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private void CopyRepository()
    {
        foreach (var name in new[] { "bin", "repo/src/Plumbline.App/Starters", "repo/docs/screens" })
        {
            Directory.CreateDirectory(folder[name.Split('/')]);
        }

        foreach (var name in new[] { "plumb", "LICENSE", "README.md", "docs/first-hour.md", "src/Plumbline.App/Starters/Plumbline.sh", "src/Plumbline.App/Starters/Plumbline.cmd", "src/Plumbline.App/Starters/READ-ME-FIRST.txt" })
        {
            File.Copy(Path.Combine(Support.Repository.Root, name), folder["repo", name]);
        }

        File.WriteAllText(folder["repo", "Directory.Build.props"], "<Version>1.2.3</Version>");
        Executable(folder["repo", "plumb"], File.ReadAllText(folder["repo", "plumb"]));
        Executable(folder["bin", "dotnet"], """
            #!/usr/bin/env bash
            while [[ $# -gt 0 && $1 != -o ]]; do shift; done
            mkdir -p "$2"
            for name in plumb plumb-app plumb.dll plumb.pdb web.config; do echo "$name" >"$2/$name"; done
            """.ReplaceLineEndings("\n"));
    }

    private static void Executable(string path, string text)
    {
        File.WriteAllText(path, text);
#pragma warning disable CA1416 // Callers are skipped elsewhere.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    private (int Code, string Out, string Error) Run(string program, (string, string)[] environment, params string[] args) => RunFrom(folder.Path, program, environment, args);

    private static (int Code, string Out, string Error) RunFrom(string from, string program, (string, string)[] environment, params string[] args)
    {
        using var process = Process.Start(Start(program, environment, from, args))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>With nothing of this process's environment, where any is given.</summary>
    private static ProcessStartInfo Start(string program, (string Name, string Value)[] environment, string from, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = from, RedirectStandardOutput = true, RedirectStandardError = true };
        if (environment.Length > 0)
        {
            start.Environment.Clear();
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
