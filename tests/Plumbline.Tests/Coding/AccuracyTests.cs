using Plumbline.Coding.Accuracy;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding;

public sealed class AccuracyTests
{
    /// <summary>Figures of Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(int hits, int of, double low, double high)
    {
        var share = new Share(hits, of);
        Assert.Equal((low, high), (Math.Round(share.Low, 4), Math.Round(share.High, 4)));
    }

    private static readonly string Pages = Path.Combine(Support.Repository.Root, "docs", "accuracy");
    private static readonly Lazy<AccuracyRun> Run = new(() =>
        AccuracyRun.Of(Corpus.Path("rally-rulings"), Coded.Book(Coded.Template("rulings-ru/codebooks/rulings.yaml")), [Path.Combine(Pages, "rulings-labels.jsonl")]));

    /// <summary>On the half whose texts were not opened while rules were written.</summary>
    [Theory]
    [InlineData("outcome", 0.97)]
    [InlineData("decided_on", 0.98)]
    [InlineData("provisions", 0.96)]
    [InlineData("fine_rub", 0.98)]
    [InlineData("arrest_days", 0.95)]
    [InlineData("work_hours", 0.95)]
    [InlineData("court", 0.93)]
    [InlineData("admits", 0.85)]
    [InlineData("video_evidence", 0.90)]
    [InlineData("police_report", 0.90)]
    public void The_template_reads_real_rulings(string variable, double f1)
    {
        Corpus.Path("rally-rulings");
        Assert.True(Run.Value.Odd[variable].F1 >= f1, $"{variable}: {Run.Value.Odd[variable].F1:0.000}");
    }

    [Fact]
    public void Of_codings_marked_certain_99_percent_are_right()
    {
        Corpus.Path("rally-rulings");
        var scores = Run.Value.Read.Values;
        var share = new Share(scores.Sum(s => s.Certain.Hits), scores.Sum(s => s.Certain.Of));
        Assert.True(share.Of >= 300 && share.Value >= 0.99, $"{share.Hits} of {share.Of}");
    }

    [Fact]
    public void Labels_keep_ids_values_and_places_and_no_text()
    {
        foreach (var line in Directory.EnumerateFiles(Pages, "rulings-*.jsonl").SelectMany(File.ReadLines))
        {
            using var label = System.Text.Json.JsonDocument.Parse(line);
            Assert.All(
                label.RootElement.EnumerateObject().Where(p => p.Name != "file").SelectMany(p => p.Value.EnumerateObject()),
                p => Assert.Contains(p.Name, (string[])["value", "status", "start", "end"]));
        }
    }

    [Fact]
    public void The_report_is_the_same_each_time()
    {
        var folder = Corpus.Path("rally-rulings");
        var book = Coded.Book(Coded.Template("rulings-ru/codebooks/rulings.yaml"));
        Assert.Equal(AccuracyReport.Write(folder, book, "rulings-ru"), AccuracyReport.Write(folder, book, "rulings-ru"));
    }

    [Fact]
    public void The_page_of_accuracy_is_what_the_command_writes()
    {
        var folder = Corpus.Path("rally-rulings");
        using var made = new TemporaryFolder();
        Assert.Equal(Plumbline.Cli.ExitCode.Clean, Cli.CommandLine.Run("new", made["case"], "--template", "rulings-ru").Code);
        Assert.Equal(Plumbline.Cli.ExitCode.Clean, Cli.CommandLine.Run("accuracy", made["case"], folder, "--labels", Path.Combine(Pages, "rulings-labels.jsonl"), "--reader", Path.Combine(Pages, "rulings-reader-a.jsonl"), "--reader", Path.Combine(Pages, "rulings-reader-b.jsonl"), "--title", "the template rulings-ru", "--with", Path.Combine(Pages, "figures.md"), "--out", made["accuracy.md"]).Code);
        if (Environment.GetEnvironmentVariable("PLUMB_ACCEPT") == "1")
        {
            File.Copy(made["accuracy.md"], Path.Combine(Support.Repository.Root, "docs", "accuracy.md"), overwrite: true);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Support.Repository.Root, "docs", "accuracy.md")), File.ReadAllText(made["accuracy.md"]));
    }
}
