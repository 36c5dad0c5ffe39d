using System.Buffers;
using System.Text;
using UtfUnknown;

namespace Plumbline.Ingest.Charsets;

/// <summary>A charset that bytes are read in.</summary>
/// <param name="Encoding">Decodes them; broken sequences become U+FFFD.</param>
/// <param name="Preamble">Bytes of the byte order mark to skip.</param>
/// <param name="IsCertain">False when it is a guess that a person should look at.</param>
internal readonly record struct Charset(Encoding Encoding, int Preamble, bool IsCertain)
{
    public string Name => Encoding.WebName;
}

/// <summary>
/// Tells the charset of a text. In order: byte order mark; valid UTF-8 with at least one character of several bytes
/// (Russian text in a one-byte charset is never that by chance); UTF-16 without a mark; what the page declares, when the
/// bytes make sense in it; the Russian charsets by <see cref="RussianLetters"/>; UTF.Unknown for the rest.
/// </summary>
internal static class CharsetDetection
{
    private const int Sample = 64 << 10;
    private static readonly CodePagesEncodings Pages = new();

    /// <param name="bytes">The whole file.</param>
    /// <param name="declared">Name that the file itself gives, or null.</param>
    public static Charset Of(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return new Charset(Encoding.UTF8, 3, true);
            case [0xFF, 0xFE, 0, 0, ..]:
                return new Charset(Encoding.UTF32, 4, true);
            case [0xFF, 0xFE, ..]:
                return new Charset(Encoding.Unicode, 2, true);
            case [0xFE, 0xFF, ..]:
                return new Charset(Encoding.BigEndianUnicode, 2, true);
        }

        var (good, bad) = Utf8Sequences(bytes);
        if (bad == 0 && good > 0)
        {
            return new Charset(Encoding.UTF8, 0, true);
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return new Charset(utf16, 0, true);
        }

        if (bad == 0)
        {
            return new Charset(Encoding.UTF8, 0, true); // ASCII
        }

        // Cut within a character, or a few damaged places: still UTF-8.
        if (good > 20L * bad)
        {
            return new Charset(Encoding.UTF8, 0, true);
        }

        return OneByte(bytes, Pages.Find(declared));
    }

    private static Charset OneByte(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (best, bestScore, certain) = RussianLetters.Best(sample, Pages.Russian);
        if (declared is not null && declared.IsSingleByte && RussianLetters.Score(sample, declared) >= bestScore - 0.05)
        {
            return new Charset(declared, 0, true);
        }

        if (best is not null && certain)
        {
            return new Charset(best, 0, true);
        }

        var guess = CharsetDetector.DetectFromBytes(sample.ToArray()).Detected;
        if (guess?.Encoding is { } encoding && guess.Confidence > 0.5f)
        {
            return new Charset(encoding, 0, guess.Confidence > 0.8f);
        }

        return new Charset(best ?? declared ?? Pages.Windows1251, 0, false);
    }

    // Sequences of several bytes: well-formed ones, and places that are not UTF-8.
    private static (long Good, long Bad) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        long good = 0, bad = 0;
        while (true)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return (good, bad);
            }

            bytes = bytes[ascii..];
            while (bytes.Length > 0 && bytes[0] >= 0x80)
            {
                var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
                (good, bad) = status == OperationStatus.Done ? (good + 1, bad) : (good, bad + 1);
                bytes = bytes[length..];
            }

            if (bad > 1000 && bad > good)
            {
                return (good, bad);
            }
        }
    }

    // Latin text has a zero, Cyrillic a 4, punctuation a 0x20 in every high byte; one-byte charsets have none of the first two.
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length, 4096) / 2;
        if (pairs < 2 || bytes.Length % 2 != 0)
        {
            return null;
        }

        int little = 0, big = 0;
        for (var i = 0; i < 2 * pairs; i += 2)
        {
            little += bytes[i + 1] is 0 or 4 && bytes[i] is not 0 ? 1 : 0;
            big += bytes[i] is 0 or 4 && bytes[i + 1] is not 0 ? 1 : 0;
        }

        return little * 10 >= pairs * 9 && little > big ? (UnicodeEncoding)Encoding.Unicode
            : big * 10 >= pairs * 9 ? (UnicodeEncoding)Encoding.BigEndianUnicode
            : null;
    }
}
