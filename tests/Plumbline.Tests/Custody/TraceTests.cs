using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plumbline.Tests.Custody;

/// <summary>The order of the system calls of an ingest, read from strace: what a loss of power would show, and a kill can't.</summary>
public sealed partial class TraceTests
{
    /// <summary>Few files are flushed each by itself, many by one syncfs; the order is the same.</summary>
    [Theory]
    [InlineData(3, "fsync")]
    [InlineData(20, "syncfs")]
    public void Files_then_names_then_folders_then_journal_then_answer(int groupFiles, string flush)
    {
        Assert.SkipUnless(IsThere(), "needs strace");
        using var files = new CustodyCase();
        for (var i = 0; i < 60; i++)
        {
            files.Put($"{i:00}.txt", $"file {i}");
        }

        files.Open().Dispose();
        var trace = files["trace"];
        using var child = Process.Start(CustodyChild.Command(
            files.Folder, files.Files, groupFiles, "strace", "-f", "-y", "-s", "4096", "-o", trace,
            "-e", "trace=write,pwrite64,fsync,fdatasync,syncfs,rename,renameat,renameat2"))!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.SkipWhen(output.Length == 0, "strace may not trace here");

        var groups = Groups(File.ReadLines(trace));
        Assert.Equal(60 / groupFiles, groups.Count);
        foreach (var calls in groups)
        {
            var named = calls.Where(c => c.Kind == "rename").ToList();
            Assert.Equal(groupFiles, named.Count);
            foreach (var rename in named)
            {
                var at = calls.IndexOf(rename);
                var written = calls.FindLastIndex(c => c.Kind == "write" && c.Path == rename.Path);
                var flushed = calls.FindIndex(written + 1, c => c.Kind == flush && (flush == "syncfs" || c.Path == rename.Path));
                var folder = calls.FindIndex(at, c => c.Kind == flush && (flush == "syncfs" || c.Path == Path.GetDirectoryName(rename.To)));
                folder = calls.FindIndex(folder, c => c.Kind == "fsync" && c.Path.EndsWith("/archive", StringComparison.Ordinal));
                var journal = calls.FindIndex(folder, c => c.Kind == "write" && c.Path.EndsWith("journal.db-wal", StringComparison.Ordinal));
                var commit = calls.FindLastIndex(c => c.Kind == "fsync" && c.Path.EndsWith("journal.db-wal", StringComparison.Ordinal));
                var answer = calls.FindIndex(c => c.Kind == "answer");
                int[] order = [written, flushed, at, folder, journal, commit, answer];
                Assert.DoesNotContain(-1, order);
                Assert.Equal(order.Order(), order);

                // No part of the entries may reach the journal before the folders are flushed, and none is written after its flush.
                Assert.DoesNotContain(calls[..folder], c => c.Path.EndsWith("journal.db-wal", StringComparison.Ordinal));
                Assert.DoesNotContain(calls[commit..answer], c => c.Kind == "write");
            }
        }
    }

    /// <summary>Calls up to each answer, of the thread that answers; groups without a rename (the journal being opened, the end) left out.</summary>
    private static List<List<Call>> Groups(IEnumerable<string> lines)
    {
        var groups = new List<List<Call>>();
        var group = new List<Call>();
        foreach (var call in lines.Select(Call.Read).OfType<Call>())
        {
            group.Add(call);
            if (call.Kind == "answer")
            {
                if (group.Exists(c => c.Kind == "rename"))
                {
                    groups.Add(group.SkipWhile(c => c.Path.Contains("journal.db", StringComparison.Ordinal)).ToList());
                }

                group = [];
            }
        }

        return groups;
    }

    private static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-V"]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private sealed partial record Call(string Kind, string Path, string To)
    {
        public static Call? Read(string line)
        {
            if (line.Contains("\"acknowledged ", StringComparison.Ordinal))
            {
                return new Call("answer", "", "");
            }

            if (Rename().Match(line) is { Success: true } rename)
            {
                return rename.Groups["from"].Value.Contains("/ingest-", StringComparison.Ordinal) ? new Call("rename", Plain(rename.Groups["from"].Value), Plain(rename.Groups["to"].Value)) : null;
            }

            return OnFile().Match(line) is { Success: true } call && call.Groups["path"].Value.Contains("/.plumb/", StringComparison.Ordinal)
                ? new Call(call.Groups["name"].Value switch { "pwrite64" => "write", "fdatasync" => "fsync", var name => name }, Plain(call.Groups["path"].Value), "")
                : null;
        }

        /// <summary>strace writes what is not ASCII as octal numbers, in some versions; the end of the path is enough.</summary>
        private static string Plain(string path) => path[path.IndexOf("/.plumb/", StringComparison.Ordinal)..];

        [GeneratedRegex(@"^\d+ +(?<name>write|pwrite64|fsync|fdatasync|syncfs)\(\d+<(?<path>[^>]*)>")]
        private static partial Regex OnFile();

        [GeneratedRegex(@"^\d+ +rename(at2?)?\((AT_FDCWD(<[^>]*>)?, )?""(?<from>[^""]*)"", (AT_FDCWD(<[^>]*>)?, )?""(?<to>[^""]*)""")]
        private static partial Regex Rename();
    }
}
