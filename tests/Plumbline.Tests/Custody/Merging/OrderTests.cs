using CsCheck;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Custody.Merging;

public sealed class OrderTests
{
    /// <summary>What happens on some machine: files come in, another is merged, something is erased.</summary>
    private static readonly Gen<(int Kind, int Machine, int Other, int Value)> Step =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 12]);

    /// <summary>
    /// Random ingests and merges on two or three machines, in any order: once all have heard of all, entries, their order and the archive's are the
    /// same everywhere, and no two entries ever changed places on the way.
    /// </summary>
    [Fact]
    public void Machines_that_merged_in_any_order_hold_the_same_in_the_same_order() =>
        Gen.Select(Gen.Int[2, 3], Step.Array[1, 14]).Sample(
            t =>
            {
                var (count, steps) = t;
                using var machines = new Machines(count);
                var orders = new List<List<string>>();
                foreach (var (kind, machine, other, value) in steps)
                {
                    var (here, there) = (machine % count, other % count);
                    if (kind < 5 || here == there)
                    {
                        machines.Ingest(here, $"text {value}", $"text {value / 2}");
                    }
                    else
                    {
                        machines.Merge(here, there);
                    }

                    orders.Add(machines.Entries(here));
                }

                machines.Settle();
                AssertSame(machines, count);
                var place = machines.Entries(0).Select((e, i) => (e, i)).ToDictionary(p => p.e, p => p.i);
                Assert.All(orders, o => Assert.Equal(o.Select(e => place[e]).Order(), o.Select(e => place[e])));
            },
            iter: 12,
            threads: 1);

    [Fact]
    public void Erasures_on_any_machine_end_the_same_everywhere() =>
        Gen.Select(Gen.Int[2, 3], Step.Array[4, 12]).Sample(
            t =>
            {
                var (count, steps) = t;
                using var machines = new Machines(count);
                var all = new MergeOptions { AcceptErasures = true };
                foreach (var (kind, machine, other, value) in steps)
                {
                    var (here, there) = (machine % count, other % count);
                    var documents = machines.Documents(here);
                    if (kind < 4 || here == there)
                    {
                        machines.Ingest(here, $"text {value}", $"text {value / 2}");
                    }
                    else if (kind < 7)
                    {
                        machines.Merge(here, there, all);
                    }
                    else if (documents.Count > 0 && kind == 7)
                    {
                        CustodyErasure.Erase(machines[here], documents[value % documents.Count][..64], new ErasureOptions(), () => { });
                    }
                    else if (machines.Entries(here).Where(e => e.EndsWith(" ingest ", StringComparison.Ordinal)).ToList() is { Count: > 0 } entries)
                    {
                        CustodyErasure.Erase(machines[here], entries[value % entries.Count].Split(' ')[0], new ErasureOptions(), () => { });
                    }
                }

                machines.Settle(all);
                AssertSame(machines, count);
                for (var i = 0; i < count; i++)
                {
                    var report = machines.Verify(i);
                    Assert.Equal(report.Blobs, machines.Documents(i).Count);
                }
            },
            iter: 12,
            threads: 1);

    [Fact]
    public void Either_order_of_two_merges_gives_the_same_build()
    {
        using var machines = new Machines(3);
        machines.Ingest(0, "a", "b");
        machines.Ingest(1, "c", "a");
        machines.Ingest(2, "d", "c");
        var documents = new List<List<string>>();
        var digests = new List<string>();
        foreach (var (first, second) in new[] { (1, 2), (2, 1) })
        {
            using var copy = new Support.TemporaryFolder("копия");
            var folder = Plumbline.Cases.CaseFolder.At(copy["case"]);
            foreach (var from in new[] { 0, first, second })
            {
                CustodyMerge.Merge(folder, machines[from].Root, new MergeOptions(), () => { });
            }

            using var journal = Plumbline.Custody.Journal.OpenRead(folder);
            documents.Add([.. journal.Documents().Select(d => d.Id.Hex)]);
            Directory.CreateDirectory(folder.Codebooks);
            File.WriteAllText(folder.CaseYaml, "title: Test\n");
            File.WriteAllText(Path.Combine(folder.Codebooks, "texts.yaml"), "unit: texts\nof: document\nvariables:\n  first:\n    type: yes/no\n    silence: no\n    rules:\n      - value: yes\n        when: a\n");
            var options = new BuildOptions { Workers = 2, ReaderCommand = Support.TestCase.Hidden("read-worker") };
            digests.Add(CaseBuild.Build(folder, options, null, TestContext.Current.CancellationToken).Digest);
        }

        Assert.Equal(4, documents[0].Count);
        Assert.Equal(documents[0], documents[1]);
        Assert.Equal(digests[0], digests[1]);
    }

    private static void AssertSame(Machines machines, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(machines.Entries(0), machines.Entries(i));
            Assert.Equal(machines.Documents(0), machines.Documents(i));
            var report = machines.Verify(i);
            Assert.DoesNotContain(report.Problems, p => p.Severity != Severity.Note);
        }
    }
}
