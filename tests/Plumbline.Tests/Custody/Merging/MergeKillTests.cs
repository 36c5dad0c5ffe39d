using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Tests.Custody.Merging;

public sealed class MergeKillTests
{
    [Fact]
    public void A_killed_merge_took_all_or_nothing_and_the_next_one_ends_it()
    {
        using var machines = new Machines(2);
        machines.Ingest(0, [.. Enumerable.Range(0, 40).Select(i => $"here {i}")]);
        machines.Ingest(1, [.. Enumerable.Range(0, 1200).Select(i => $"there {i}")]);
        var (before, there) = (machines.Entries(0), machines.Entries(1));
        var random = new Random(20261125);
        for (var run = 0; run < 10; run++)
        {
            var isDone = VerbChild.RunAndKill(VerbChild.Command("merge", machines[0], machines[1].Root), TimeSpan.FromMilliseconds(random.Next(700)));
            var report = machines.Verify(0);
            Assert.True(report.IsIntact, report.FirstBroken?.Sentence);
            var now = machines.Entries(0);
            Assert.True(now.Count == before.Count ? !isDone : there.All(now.Contains));
        }

        machines.Merge(0, 1);
        Assert.True(there.TrueForAll(machines.Entries(0).Contains));
        Assert.DoesNotContain(machines.Verify(0).Problems, p => p.Severity != Severity.Note);
        Assert.Empty(Directory.EnumerateFileSystemEntries(machines[0].Temporary));
    }

    [Fact]
    public void A_killed_copy_into_an_empty_folder_is_ended_by_the_next_merge()
    {
        using var machines = new Machines(1);
        machines.Ingest(0, [.. Enumerable.Range(0, 600).Select(i => $"there {i}")]);
        var random = new Random(7);
        for (var run = 0; run < 6; run++)
        {
            var folder = Plumbline.Cases.CaseFolder.At(machines.Path($"copy {run}"));
            Directory.CreateDirectory(folder.Root);
            VerbChild.RunAndKill(VerbChild.Command("merge", folder, machines[0].Root), TimeSpan.FromMilliseconds(random.Next(500)));
            Plumbline.Custody.Merging.CustodyMerge.Merge(folder, machines[0].Root, new Plumbline.Custody.Merging.MergeOptions(), () => { });
            var report = CaseVerification.Verify(folder, new VerifyOptions());
            Assert.Empty(report.Problems);
            Assert.Equal(600, report.Blobs);
        }
    }
}
