using System.Text.RegularExpressions;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RepositoryFace;

/// <summary>Pages that walk through something are walked: their files are written and their sessions run, in order; <c>...</c> stands for anything.</summary>
public sealed partial class WalkThroughTests
{
    [Theory]
    [InlineData("checking-a-report.md")]
    [InlineData("replies.md")]
    [InlineData("why-and-packet.md")]
    public void The_walk_through_prints_what_it_says(string name)
    {
        using var folder = new TemporaryFolder();
        var page = File.ReadAllText(Path.Combine(Support.Repository.Root, "docs", name));
        foreach (Match block in Blocks().Matches(page))
        {
            if (block.Groups["file"] is { Success: true, Value: var file })
            {
                File.WriteAllText(folder[file.Split('/')], block.Groups["text"].Value);
            }
            else if (block.Groups["kind"].Value == "console")
            {
                Run(folder.Path, block.Groups["text"].Value);
            }
        }
    }

    private static void Run(string folder, string session)
    {
        foreach (var step in session.Split("$ ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = step.TrimEnd('\n').Split('\n');
            var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(lines[0]).ToArray();
            if (words[0] == "rm")
            {
                File.Delete(Path.Combine(folder, words[1]));
                continue;
            }

            var (code, output, _) = BuiltProgram.Run(folder, words[1..]);
            Assert.True(code is 0 or 1, $"{lines[0]} ended with {code}");
            var pattern = string.Join("\n", lines.Skip(1).Select(l => Regex.Escape(l).Replace(@"\.\.\.", "(?:.*)", StringComparison.Ordinal)));
            Assert.Matches(new Regex($"^{pattern}\n?$", RegexOptions.Singleline), output);
        }
    }

    [GeneratedRegex("(?:^`(?<file>[^`\n]+)`[^\n]*:\n\n)?^```(?<kind>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
