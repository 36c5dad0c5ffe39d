using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Tests.Custody.Erasing;

public sealed class ErasureKillTests
{
    [Fact]
    public void A_killed_erasure_did_it_or_not_and_a_second_run_ends_it()
    {
        using var files = new CustodyCase();
        const int Runs = 10;
        for (var i = 0; i < 400; i++)
        {
            files.Put($"{i:000}.txt", i < Runs ? $"{Secret.Words} {i}" : $"text {i}");
        }

        files.Ingest(new CustodyOptions { Note = "kept" });
        var random = new Random(20261125);
        for (var run = 0; run < Runs; run++)
        {
            var text = $"{Secret.Words} {run}";
            var document = DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(text));
            var build = Path.Combine(files.Folder.Builds, "b000001");
            Directory.CreateDirectory(build);
            File.WriteAllText(Path.Combine(build, "part"), text);
            var isDone = VerbChild.RunAndKill(VerbChild.Command("erase", files.Folder, document.Hex), TimeSpan.FromMilliseconds(random.Next(400)));
            var report = files.Verify();
            Assert.True(report.IsIntact, report.FirstBroken?.Sentence);
            using (var journal = Journal.OpenRead(files.Folder))
            {
                var isErased = journal.ErasedDocuments().Contains(document);
                Assert.True(isErased || (!isDone && new Archive(files.Folder).Contains(document)));
                Assert.Equal(isErased, journal.Documents().All(d => d.Id != document));
            }

            CaseErasure.Erase(files.Folder, document.Hex, new ErasureOptions { Reason = "test" });
            Assert.Empty(files.Verify().Problems);
            Assert.False(Directory.Exists(build));
        }

        Assert.Empty(Secret.In(files.Folder.Root));
        Assert.Equal(Runs, files.Verify().ErasedDocuments);
    }
}
