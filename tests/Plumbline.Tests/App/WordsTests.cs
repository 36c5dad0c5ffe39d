using System.Reflection;
using System.Text.RegularExpressions;
using Plumbline.App.Texts;

namespace Plumbline.Tests.LocalApp;

/// <summary>The one file of texts. That none is missing is the compiler's to say.</summary>
public sealed class WordsTests
{
    private static readonly IReadOnlyList<(string Name, object Text)> All =
        [.. typeof(Words).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, f.GetValue(null)!))];

    [Fact]
    public void No_text_is_empty_and_both_languages_have_the_same_places()
    {
        Assert.NotEmpty(All);
        Assert.All(All, t =>
        {
            var forms = t.Text switch { Text x => [x.En, x.Ru], CountedText c => new[] { c.One, c.Many, c.RuOne, c.RuFew, c.RuMany }, _ => [] };
            Assert.All(forms, f => Assert.False(string.IsNullOrWhiteSpace(f), t.Name));
            Assert.True(forms.Select(f => string.Join(",", Regex.Matches(f, @"\{\d\}").Select(m => m.Value).Order())).Distinct().Count() == 1, t.Name);
        });
    }

    [Fact]
    public void Russian_is_written_in_Russian() => Assert.All(
        All.Where(t => t.Name != nameof(Words.Plumbline)), t => Assert.Matches("[а-яё]", t.Text is Text x ? (t.Name == nameof(Words.OtherLanguage) ? x.En : x.Ru == "{0}" ? "я" : x.Ru) : ((CountedText)t.Text).RuMany));

    [Fact]
    public void Every_text_is_used()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Support.Repository.Root, "src", "Plumbline.App"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.All(All, t => Assert.Matches($@"\bWords\.{t.Name}\b", sources));
    }

    [Theory]
    [InlineData(1, "1 документ")]
    [InlineData(3, "3 документа")]
    [InlineData(11, "11 документов")]
    [InlineData(12, "12 документов")]
    [InlineData(21, "21 документ")]
    [InlineData(1000, "1\u00a0000 документов")]
    public void Numbers_take_their_form(long number, string expected) => Assert.Equal(expected, Language.Russian.Say(Words.Documents, number));
}
