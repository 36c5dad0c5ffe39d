using System.Diagnostics;
using Plumbline.Custody;

namespace Plumbline.Tests.Custody;

public sealed class KillTests
{
    /// <summary>
    /// SIGKILL at random moments: in the middle of a copy, a flush, a rename, a commit. A kill does not show a missing flush:
    /// that is <see cref="TraceTests"/>.
    /// </summary>
    [Fact]
    public void A_kill_loses_nothing_acknowledged_and_the_next_run_ends_the_work()
    {
        using var files = new CustodyCase();
        var random = new Random(20261125);
        for (var i = 0; i < 1500; i++)
        {
            var size = i % 250 == 7 ? 3 << 20 : 2000;
            var bytes = new byte[size];
            random.NextBytes(bytes);
            File.WriteAllBytes(Path.Combine(files.Files, $"{i:0000}.bin"), bytes);
        }

        files.Open().Dispose();
        var acknowledged = 0;
        for (var run = 0; run < 8; run++)
        {
            acknowledged = Math.Max(acknowledged, RunAndKill(files, answers: 1 + random.Next(6), pause: random.Next(40)));
            var report = files.Verify();
            Assert.True(report.IsIntact, report.FirstBroken?.Sentence);
            var records = files.Records();
            Assert.True(records.Count >= acknowledged, $"{acknowledged} acknowledged, {records.Count} kept");
            Assert.Equal(records.Select(r => r.File).Order(StringComparer.Ordinal), records.Select(r => r.File));
            Assert.Equal(Enumerable.Range(0, records.Count).Select(i => $"{i:0000}.bin"), records.Select(r => r.File));
        }

        Assert.True(acknowledged > 0);
        files.Ingest();
        Assert.Equal(1500, files.Records().Count);
        Assert.Empty(files.Verify().Problems);
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Folder.Temporary));
    }

    [Fact]
    public void Two_processes_can_take_files_into_one_case_at_once()
    {
        using var files = new CustodyCase();
        for (var i = 0; i < 300; i++)
        {
            files.Put($"{i % 2}/{i:000}.txt", $"{i / 3}");
        }

        var children = new[] { "0", "1" }.Select(f => Process.Start(CustodyChild.Command(files.Folder, Path.Combine(files.Files, f), groupFiles: 10))!).ToList();
        foreach (var child in children)
        {
            child.StandardOutput.ReadToEnd();
            child.WaitForExit();
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        Assert.Empty(files.Verify().Problems);
        Assert.Equal(300, files.Records().Count);
        Assert.Single(files.Verify().Heads);
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Folder.Temporary));
    }

    /// <summary>Kills after some answers and a pause; gives the last answer that was read.</summary>
    private static int RunAndKill(CustodyCase files, int answers, int pause)
    {
        using var child = Process.Start(CustodyChild.Command(files.Folder, files.Files, groupFiles: 30))!;
        var last = 0;
        while (answers-- > 0 && CustodyChild.Acknowledged(child.StandardOutput.ReadLine()) is { } done)
        {
            last = done;
        }

        Thread.Sleep(pause);
        child.Kill();
        while (CustodyChild.Acknowledged(child.StandardOutput.ReadLine()) is { } done)
        {
            last = done;
        }

        child.WaitForExit();
        return last;
    }
}
