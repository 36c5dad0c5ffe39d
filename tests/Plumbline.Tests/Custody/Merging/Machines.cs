using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.Merging;

/// <summary>One case on several machines, a folder each.</summary>
internal sealed class Machines : IDisposable
{
    private readonly TemporaryFolder temporary = new("две машины");
    private readonly List<CaseFolder> folders = [];
    private int given;

    /// <summary>The first machine begins the case; each other one copies it by a merge.</summary>
    public Machines(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var folder = CaseFolder.At(temporary[$"machine {i}", "дело"]);
            Directory.CreateDirectory(folder.Root);
            folders.Add(folder);
            if (i == 0)
            {
                using var journal = Journal.Create(folder, new JournalOptions { Who = "coder-0" });
            }
            else
            {
                Merge(i, 0);
            }
        }
    }

    public CaseFolder this[int machine] => folders[machine];

    public string Path(params string[] parts) => temporary[parts];

    public void Ingest(int machine, params string[] texts)
    {
        var source = temporary[$"given {++given}"];
        Directory.CreateDirectory(source);
        foreach (var text in texts)
        {
            File.WriteAllText(System.IO.Path.Combine(source, DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(text)).Short + ".txt"), text);
        }

        new CustodyStage(folders[machine]).Ingest([source], new CustodyOptions { Who = $"coder-{machine}", RecordAgain = true });
    }

    public MergeReport Merge(int into, int from, MergeOptions? options = null) => CustodyMerge.Merge(
        folders[into], folders[from].Root, (options ?? new MergeOptions()) with { Who = $"coder-{into}" }, () => { }, null, TestContext.Current.CancellationToken);

    /// <summary>Merges all with all until nobody has anything new.</summary>
    public int Settle(MergeOptions? options = null)
    {
        for (var round = 1; ; round++)
        {
            var isNew = false;
            for (var into = 0; into < folders.Count; into++)
            {
                for (var from = 0; from < folders.Count; from++)
                {
                    isNew |= into != from && !Merge(into, from, options).IsNothingNew;
                }
            }

            Assert.True(round < 10, "They never come to rest.");
            if (!isNew)
            {
                return round;
            }
        }
    }

    /// <summary>All entries in order, as device, number, hash and whether the payload is there.</summary>
    public List<string> Entries(int machine)
    {
        using var journal = Journal.OpenRead(folders[machine]);
        return [.. journal.Entries().Select(e => $"{e.Device}:{e.Seq} {e.Hash} {e.What} {(e.Payload is null ? "erased" : "")}")];
    }

    public List<string> Documents(int machine)
    {
        using var journal = Journal.OpenRead(folders[machine]);
        return [.. journal.Documents().Select(d => $"{d.Id} {d.Folder}/{d.File}")];
    }

    public VerifyReport Verify(int machine) => CaseVerification.Verify(folders[machine], new VerifyOptions());

    /// <summary>Every file under a folder with its bytes' hash and its time.</summary>
    public static List<string> Snapshot(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"{f} {DocumentId.Of(File.ReadAllBytes(f))} {File.GetLastWriteTimeUtc(f).Ticks}"),
    ];

    public void Dispose() => temporary.Dispose();
}
