using System.Text.RegularExpressions;
using Plumbline.App.Texts;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Problems in Russian, held against the tables of docs/.</summary>
public sealed class ProblemWordsTests
{
    // What Russians write in Latin letters too; all else of this kind stands between backticks.
    private static readonly HashSet<string> Latin =
        ["Plumbline", "Word", "Markdown", "HTML", "PDF", "DOCX", "RTF", "CSV", "XLSX", "YAML", "SQL", "UTF", "OCR", "Parquet"];

    private static readonly IReadOnlyList<string> Documented = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"^\| ([A-Z]{3}[0-9]{3}) \|", RegexOptions.Multiline)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_problem_that_a_page_can_show_is_said_in_Russian()
    {
        Assert.True(Documented.Count > 300);
        Nothing(Documented.Where(c => !c.StartsWith("CLI", StringComparison.Ordinal) && !ProblemWords.All.ContainsKey(c)));
    }

    [Fact]
    public void No_problem_is_said_that_is_not_documented() => Nothing(ProblemWords.All.Keys.Except(Documented).Order(StringComparer.Ordinal));

    [Fact]
    public void Both_sentences_are_Russian_and_whole() => Nothing(ProblemWords.All.OrderBy(t => t.Key, StringComparer.Ordinal)
        .SelectMany(t => new[] { t.Value.What, t.Value.Try }.Where(s => !IsRussian(s)).Select(s => $"{t.Key} {s}")));

    [Fact]
    public void Pieces_make_the_text_again()
    {
        Assert.Equal([("Пишите ", false), ("w/5", true), (" или ", false), ("w/s", true), (".", false)], ProblemWords.Pieces("Пишите `w/5` или `w/s`."));
        Assert.All(ProblemWords.All.Values, t => Assert.Equal(t.What.Replace("`", "", StringComparison.Ordinal), string.Concat(ProblemWords.Pieces(t.What).Select(p => p.Piece))));
    }

    [Fact]
    public void In_English_the_library_speaks_for_itself()
    {
        Assert.Null(ProblemWords.Of(Language.English, "ING002"));
        Assert.Equal("Файл пустой.", ProblemWords.Of(Language.Russian, "ING002")!.What);
        Assert.Null(ProblemWords.Of(Language.Russian, "CLI001"));
    }

    private static bool IsRussian(string text)
    {
        var words = string.Concat(ProblemWords.Pieces(text).Where(p => !p.IsCode).Select(p => p.Piece));
        return Regex.IsMatch(text, "^[А-ЯЁ`].*[а-яё`)»]\\.$", RegexOptions.Singleline) && Regex.IsMatch(words, "[а-яё]{2}")
            && text.Count(c => c == '`') % 2 == 0 && !text.Contains("  ", StringComparison.Ordinal) && text.Count(c => c == '«') == text.Count(c => c == '»')
            && Regex.Matches(words, "[A-Za-z]+").All(m => Latin.Contains(m.Value));
    }

    private static void Nothing(IEnumerable<string> left) => Assert.Equal("", string.Join("\n", left));
}
