using System.Text;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Processes;
using Plumbline.Tests.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest;

public sealed class ReaderPoolTests
{
    private static ReaderPool Pool(TimeSpan? timeout = null, int workers = 1, bool withOrigin = false) =>
        new(new ReaderOptions { Workers = workers, Timeout = timeout ?? TimeSpan.FromSeconds(120), WithOrigin = withOrigin }, ChildVerbs.Command("hostile-read-worker"));

    [Theory]
    [InlineData("crash", "ING005")]
    [InlineData("overflow", "ING005")]
    [InlineData("memory", "ING007")]
    public async Task A_file_that_kills_its_reader_costs_itself_alone(string name, string code)
    {
        using var pool = Pool();
        var bad = pool.ReadAsync(DocumentId.Of([1]), name, [1]);
        var good = pool.ReadAsync(DocumentId.Of([2]), "a.txt", "Суд"u8.ToArray());
        Assert.Equal(code, Assert.Single((await bad).Problems).Code);
        Assert.Equal("Суд", (await good).Text!.Text);
    }

    [Fact]
    public async Task A_file_that_hangs_is_stopped_when_its_time_is_up()
    {
        using var pool = Pool(TimeSpan.FromSeconds(2));
        Assert.Equal("ING006", Assert.Single((await pool.ReadAsync(DocumentId.Of([1]), "hang", [1])).Problems).Code);
        Assert.Equal("Суд", (await pool.ReadAsync(DocumentId.Of([2]), "a.txt", "Суд"u8.ToArray())).Text!.Text);
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_a_file_that_hangs()
    {
        using var pool = Pool();
        using var cancel = new CancellationTokenSource();
        var hangs = pool.ReadAsync(DocumentId.Of([1]), "hang", [1], cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hangs);
    }

    [Fact]
    public async Task A_program_that_is_no_worker_is_told_as_the_worlds_fault()
    {
        using var pool = new ReaderPool(new ReaderOptions { Workers = 1 }, ChildVerbs.Command("child-echo"));
        await Assert.ThrowsAsync<StoreFailedException>(() => pool.ReadAsync(DocumentId.Of([1]), "a.txt", [65]));
    }

    [Fact]
    public async Task Large_files_and_all_forms_come_through_the_pipe_as_they_are_read_here()
    {
        var text = string.Concat(Enumerable.Repeat("Суд назначил штраф.\r\n", 100_000));
        (string Name, byte[] Bytes)[] files =
        [
            ("a.txt", Encoding.UTF8.GetBytes(text)), ("a.html", Encoding.UTF8.GetBytes("<p>Суд<table><tr><td>1<td>2</table>")), ("a.csv", "a,b\n1\n2,\n"u8.ToArray()),
            ("a.docx", Given.Docx("<w:p><w:r><w:t>Суд</w:t></w:r></w:p>")), ("a.bin", [0, 1, 2, 3]), ("empty", []),
        ];
        using var pool = Pool(workers: 2, withOrigin: true);
        var answers = await Task.WhenAll(files.Select(f => pool.ReadAsync(DocumentId.Of(f.Bytes), f.Name, f.Bytes)));
        foreach (var (file, answer) in files.Zip(answers))
        {
            var here = Given.Read(file.Bytes, file.Name, withOrigin: true);
            Assert.Equal(here.Reader, answer.Reader);
            Assert.Equal(here.Text?.Text, answer.Text?.Text);
            Assert.Equal(here.Text?.Blocks, answer.Text?.Blocks);
            Assert.Equal(here.Text?.Origin, answer.Text?.Origin);
            Assert.Equal(here.Problems, answer.Problems);
            Assert.Equal(here.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Values), answer.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Values));
        }
    }

    [Fact]
    public async Task Real_broken_files_each_give_a_text_or_a_problem()
    {
        var files = Directory.EnumerateFiles(Corpus.Path("parser_corpus"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        using var pool = Pool(TimeSpan.FromSeconds(60), workers: 2);
        Dictionary<string, int> counts = [];
        foreach (var group in files.Chunk(16))
        {
            foreach (var read in await Task.WhenAll(group.Select(f => pool.ReadAsync(DocumentId.Of([1]), Path.GetFileName(f), File.ReadAllBytes(f)))))
            {
                Assert.True(read.Text is not null || read.Tables.Count > 0 || read.Problems.Count > 0);
                var key = read.Text is null && read.Tables.Count == 0 ? read.Problems[0].Code : read.Reader;
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Length} files: {string.Join(", ", counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"))}");
    }
}

/// <summary>A worker whose reader misbehaves on files of certain names.</summary>
internal static class HostileWorker
{
    public static void Run()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Environment.Exit(ReaderWorker.Run(input, output, Read));
    }

    private static ReadDocument Read(ReadOnlyMemory<byte> bytes, DocumentId id, string name, bool withOrigin)
    {
        switch (name)
        {
            case "crash":
                Environment.FailFast(null);
                break;
            case "overflow":
                Overflow(1);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "memory":
                var kept = new List<byte[]>();
                while (true)
                {
                    kept.Add(new byte[64 << 20]);
                    kept[^1].AsSpan().Fill(1);
                }
        }

        return DocumentReaders.Read(bytes, id, name, withOrigin);
    }

    private static int Overflow(int depth) => Overflow(depth + 1) + depth;
}
