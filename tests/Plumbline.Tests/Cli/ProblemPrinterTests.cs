using Plumbline.Cases;
using Plumbline.Cases.Yaml;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class ProblemPrinterTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public void All_faults_of_a_file_are_shown_each_with_a_caret(int width)
    {
        const string Yaml = "titel: Дела о митингах\nlanguages: [ru, de]\nabout: много\nsettles: two-blnd\ntime_zone: \"Нигде, совсем нигде, и это очень длинная строка, которая не поместится ни на один экран\"\n";
        Golden.Verify(Print(width, YamlFile.Parse(Yaml, CaseSettings.Shape, "case.yaml").Problems), width.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("суд w/5", 5)]
    [InlineData("日本 w/5", 4)]
    [InlineData("\tx \u202e y", 3)]
    public void The_caret_stands_under_the_column(string line, int column)
    {
        var shown = Print(80, [new Problem("COD001", Severity.Error, "x", "", new ProblemPlace("query", 1, column, SourceLine: line))]).Split('\n');
        var before = SafeText.WidthOf(SafeText.Line(line[..(column - 1)]));
        Assert.Equal("  1 | ".Length + before, shown[^2].IndexOf('^'));
    }

    [Fact]
    public void A_caret_past_the_end_of_a_long_line_is_still_on_the_screen()
    {
        var shown = Print(40, [new Problem("COD001", Severity.Error, "x", "", new ProblemPlace("query", 1, 500, SourceLine: new string('ж', 499)))]).Split('\n');
        Assert.All(shown, l => Assert.InRange(SafeText.WidthOf(l), 0, 40));
        Assert.EndsWith("^", shown[^2], StringComparison.Ordinal);
    }

    private static string Print(int width, IReadOnlyList<Problem> problems)
    {
        var writer = new StringWriter();
        ProblemPrinter.Write(new Screen(writer, width, colors: false), problems);
        return writer.ToString();
    }
}
