using System.Text.RegularExpressions;
using Plumbline.Invented;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RepositoryFace;

/// <summary>The session in the README is run, on invented rulings, and must print what it says; <c>...</c> stands for anything.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_session_in_the_readme_runs_and_prints_what_it_says()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["rulings"]);
        foreach (var ruling in InventedRulings.Make(seed: 1, count: 200))
        {
            File.WriteAllBytes(folder["rulings", ruling.FileName], ruling.Bytes);
        }

        var session = Regex.Match(File.ReadAllText(Path.Combine(Support.Repository.Root, "README.md")), "```console\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(session);
        foreach (var step in session.Split("$ plumb ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = step.TrimEnd('\n').Split('\n');
            var (code, output, _) = BuiltProgram.Run(folder.Path, [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(lines[0])]);
            Assert.True(code is 0 or 1, $"plumb {lines[0]} ended with {code}");
            var pattern = string.Join("\n", lines.Skip(1).Select(l => l == "..." ? "(?:.*)" : Regex.Escape(l).Replace(@"\.\.\.", ".*?", StringComparison.Ordinal)));
            Assert.Matches(new Regex($"^{pattern}\n?$", RegexOptions.Singleline), output);
        }
    }
}
