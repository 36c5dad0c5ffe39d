using System.Text;
using CsCheck;
using Plumbline.Evidence;

namespace Plumbline.Tests.Ingest;

public sealed class PlainTextTests
{
    private static readonly Gen<string> Texts = Given.OneOf("Суд ", "а", "\r\n", "\r", "\n", "\0", " 5 000", "\u0001", "😀", "ё", "\t", "\n\n").Array[1, 30].Select(string.Concat);

    [Fact]
    public void Every_line_end_is_LF_and_the_bad_download_is_mended()
    {
        var read = Given.Read(Given.Fixture("bare-cr-and-stray-chunk.txt"), "a.txt");
        Assert.Equal("Судья\nПОСТАНОВИЛ:\nназначить штраф в вышеуказанных местах\nв\n\n2013\n\nгоду\n", read.Text!.Text);
        Assert.Equal("ING021", Assert.Single(read.Problems).Code);
    }

    [Fact]
    public void Every_character_leads_back_to_its_bytes() => Gen.Select(Texts, Given.OneOf("utf-8", "utf-16", "windows-1251"), Gen.Int[0, 50], Gen.Int[1, 20]).Sample((text, charset, from, length) =>
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        text = "Суд признал виновным " + (charset == "windows-1251" ? text.Replace("😀", "", StringComparison.Ordinal) : text);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var read = Given.Read(bytes, "a.txt", withOrigin: true).Text;
        if (read is null)
        {
            return; // more control characters than text
        }

        var span = new TextSpan(Math.Min(from, read.Text.Length - 1), Math.Min(from + length, read.Text.Length));
        if (span.Length <= 0 || char.IsLowSurrogate(read.Text[span.Start]) || char.IsHighSurrogate(read.Text[span.End - 1]))
        {
            return;
        }

        var origin = read.OriginOf(span)!.Value;
        var original = encoding.GetString(bytes, (int)origin.OriginalStart, origin.OriginalLength);
        Assert.Equal(span.In(read.Text), original.ReplaceLineEndings("\n").Replace('\0', ' ').Replace('\u0001', ' '));
        Assert.Equal(read.Text, Given.Read(bytes, "a.txt").Text!.Text);
    });
}
