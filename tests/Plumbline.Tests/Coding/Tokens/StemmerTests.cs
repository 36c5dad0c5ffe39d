using Plumbline.Coding.Tokens;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding.Tokens;

public sealed class StemmerTests
{
    private readonly Stemmer stemmer = new();

    [Theory]
    [InlineData("запись записи записью записей записям записями записях")]
    [InlineData("видеозапись видеозаписи видеозаписью видеозаписей видеозаписям")]
    [InlineData("подпись подписи подписью подписей")]
    [InlineData("надпись надписи надписью надписями")]
    [InlineData("опись описи описью описей")]
    [InlineData("сутки суток суткам сутками сутках")]
    [InlineData("люди людей людям людьми людях")]
    [InlineData("судья судьи судье судью судьей судей судьям")]
    [InlineData("вина вины вине вину виной")]
    [InlineData("суд суда суду судом суде суды")]
    [InlineData("день дня дню днем дни дней")]
    [InlineData("участок участка участке участки участков")]
    [InlineData("справка справки справок справкой")]
    [InlineData("порядок порядка порядке")]
    [InlineData("владелец владельца владельцу владельцем")]
    [InlineData("протокол протокола протоколом протоколы")]
    [InlineData("штраф штрафа штрафом штрафы")]
    [InlineData("арест ареста аресту")]
    [InlineData("fine fines fined")]
    [InlineData("camera cameras")]
    [InlineData("recording recordings recorded")]
    public void Forms_of_a_word_have_one_stem(string forms) =>
        Assert.Single(forms.Split(' ').Select(f => stemmer.Of(f).ToString()).Distinct());

    [Theory]
    [InlineData("судья", "суд")]
    [InlineData("судей", "суда")]
    [InlineData("вина", "винить")]
    [InlineData("вину", "виновен")]
    [InlineData("торопись", "опись")]
    [InlineData("день", "дно")]
    [InlineData("ст", "ста")]
    [InlineData("срок", "сорок")]
    public void Different_words_have_different_stems(string one, string other) =>
        Assert.NotEqual(stemmer.Of(one).ToString(), stemmer.Of(other).ToString());

    [Theory]
    [InlineData("20.2")]
    [InlineData("а40")]
    [InlineData("їжак")]
    [InlineData("кoт")]
    public void Numbers_and_other_scripts_are_their_own_stem(string form) => Assert.Equal(form, stemmer.Of(form).ToString());

    [Fact]
    public void A_stem_less_its_last_letter_starts_every_form_of_it()
    {
        foreach (var form in StemMends.KnownForms.Concat(["dying", "skies", "happy", "видеозапись", "владельца", "справок", "ужасающимися"]))
        {
            Assert.StartsWith(stemmer.Of(form)[..^1].ToString(), form, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Real_forms_too_start_with_their_stem_less_its_last_letter()
    {
        var forms = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Path("rally-rulings", "texts")))
        {
            var (_, vocabulary) = TextTokens.Of(File.ReadAllText(file));
            for (var id = 1; id < vocabulary.Count; id++)
            {
                var form = vocabulary.Form(id);
                var stem = stemmer.Of(form);
                Assert.True(form.AsSpan().StartsWith(stem[..^1]), Path.GetFileName(file));
                forms++;
            }
        }

        Assert.True(forms > 10_000);
    }

    [Fact]
    public void The_hash_of_a_stem_is_written_into_files_and_never_changes() => Assert.Equal(0x6FD4DEC8u, Stemmer.Hash("запис"));
}
