using System.Text;
using CsCheck;
using Plumbline.Ingest.Charsets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest;

public sealed class CharsetTests
{
    private const string Ruling = "Судья районного суда, рассмотрев дело об административном правонарушении, ПОСТАНОВИЛ: признать виновным и назначить штраф в размере 10 000 рублей.";

    private static readonly string[] Charsets = ["utf-8", "utf-16", "utf-16BE", "windows-1251", "koi8-r", "cp866", "iso-8859-5"];

    [Fact]
    public void A_line_of_a_ruling_is_read_in_any_charset_that_Russian_comes_in() => Gen.Select(Gen.Int[0, Charsets.Length - 1], Gen.Int[0, 90], Gen.Int[25, 60]).Sample((charset, from, length) =>
    {
        var encoding = Named(Charsets[charset]);
        var text = Ruling.Substring(from, Math.Min(length, Ruling.Length - from));
        return Given.Read(encoding.GetBytes(text), "ruling.txt").Text!.Text == text;
    });

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Named(name);
        Assert.Equal("Суд", Given.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Суд")], "a.txt").Text!.Text);
    }

    [Fact]
    public void Utf8_that_is_cut_within_a_character_is_still_utf8()
    {
        var read = Given.Read(Encoding.UTF8.GetBytes(Ruling)[..^2], "cut.txt");
        Assert.EndsWith("\uFFFD", read.Text!.Text + "\uFFFD", StringComparison.Ordinal);
        Assert.StartsWith("Судья", read.Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("declares-1251-is-utf8.html", "Суд назначил штраф.", "ING011")]
    [InlineData("declares-utf8-is-1251.html", "Суд признал виновным и назначил наказание.", "ING011")]
    public void The_bytes_decide_and_not_what_a_page_declares(string fixture, string text, string problem)
    {
        var read = Given.Read(Given.Fixture(fixture), fixture);
        Assert.Equal(text, read.Text!.Text);
        Assert.Contains(read.Problems, p => p.Code == problem);
    }

    [Fact]
    public void Pieces_of_real_texts_are_told_in_every_charset()
    {
        var text = File.ReadAllText(Corpus.Path("encodings", "benchmarks", "pushkin.txt"));
        int all = 0, right = 0;
        foreach (var name in new[] { "windows-1251", "koi8-r", "cp866" })
        {
            var encoding = Named(name);
            for (var at = 0; at + 60 < text.Length; at += 1777)
            {
                var piece = text.Substring(at, 60);
                if (piece.Count(char.IsLetter) < 20 || piece.Contains('\uFFFD', StringComparison.Ordinal))
                {
                    continue;
                }

                var bytes = encoding.GetBytes(piece);
                all++;
                right += CharsetDetection.Of(bytes).Encoding.GetString(bytes) == encoding.GetString(bytes) ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {all}");
        Assert.True(right >= 0.99 * all, $"{right} of {all}");
    }

    private static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
