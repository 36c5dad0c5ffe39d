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

    [Theory]
    [InlineData("outcome", 0.90)]
    [InlineData("fine_rub", 0.90)]
    [InlineData("decided_on", 0.90)]
    [InlineData("provisions", 0.90)]
    public void The_template_reads_real_rulings(string variable, double f1)
    {
        var folder = Corpus.Path("rally-rulings");
        var run = AccuracyRun.Of(folder, Coded.Book(Coded.Template("rulings-ru/codebooks/rulings.yaml")));
        Assert.True(run.Read[variable].F1 >= f1, $"{variable}: {run.Read[variable].F1:0.000}");
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
        Assert.Equal(Plumbline.Cli.ExitCode.Clean, Cli.CommandLine.Run("accuracy", made["case"], folder, "--title", "the template rulings-ru", "--out", made["accuracy.md"]).Code);
        Assert.Equal(File.ReadAllText(Path.Combine(Support.Repository.Root, "docs", "accuracy.md")), File.ReadAllText(made["accuracy.md"]));
    }
}
