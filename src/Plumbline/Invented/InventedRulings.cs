using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>How invented rulings are made.</summary>
public sealed record InventedOptions
{
    /// <summary>About how many bytes of UTF-8 the text has, 4,000 to 40,000; HTML adds its page around it.</summary>
    public int TargetBytes { get; init; } = 8_000;

    /// <summary>Share of HTML files, 0 to 1; the others are plain text.</summary>
    public double HtmlShare { get; init; } = 0.7;

    /// <summary>Share of files that repeat an earlier ruling, 0 to 1.</summary>
    public double DuplicateShare { get; init; } = 0.01;

    /// <summary>Share of rulings in which dates, names or sums are masked, as courts publish them, 0 to 1.</summary>
    public double MaskedShare { get; init; } = 0.06;

    /// <summary>Share of rulings with the defects of scanning and copying, 0 to 1.</summary>
    public double DefectShare { get; init; } = 0.04;

    /// <summary>Share of rulings with the noise of a machine that read a bad scan, 0 to 1.</summary>
    public double NoiseShare { get; init; }

    /// <summary>Share of rulings of which the end is missing, 0 to 1.</summary>
    public double CutShare { get; init; }

    /// <summary>Share in which facial recognition is named, 0 to 1.</summary>
    public double FacialRecognitionShare { get; init; } = 0.08;
}

/// <summary>
/// Rulings that look like those of Russian courts of first instance in administrative cases, invented from the first word to the last:
/// towns, courts, people and wordings. Each says so in its first line. For the demo, for tests and for measuring.
/// </summary>
public static class InventedRulings
{
    /// <summary>
    /// Rulings 0 to <paramref name="count"/> - 1 of a seed, made one by one as they are asked for. Ruling i depends on nothing but the seed, i and the
    /// options, never on the count or on the others, so <see cref="One"/> may make them in parallel.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the target size is outside its bounds.</exception>
    public static IEnumerable<InventedRuling> Make(long seed, int count, InventedOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var chosen = options ?? new InventedOptions();
        Check(chosen);
        return Enumerable.Range(0, count).Select(i => Write(seed, i, chosen));
    }

    /// <summary>Ruling <paramref name="number"/> of a seed. Thread safe.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the target size is outside its bounds.</exception>
    public static InventedRuling One(long seed, int number, InventedOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        return Write(seed, number, options);
    }

    private static void Check(InventedOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TargetBytes, 4_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TargetBytes, 40_000);
    }

    private static InventedRuling Write(long seed, int number, InventedOptions options)
    {
        // The file's own dice (form, duplicate) and the ruling's are apart: a duplicate repeats the ruling in another form.
        var file = new InventedDice(seed ^ 0x46494C45, number);
        int? sameAs = number > 0 && file.Chance(options.DuplicateShare) ? file.Next(number) : null;
        if (sameAs is { } earlier && IsDuplicate(seed, earlier, options))
        {
            sameAs = null;
        }

        var (text, truth) = InventedText.Write(number, new InventedDice(seed, sameAs ?? number), options);
        truth = truth with { SameAs = sameAs };
        var isHtml = file.Chance(options.HtmlShare);
        if (file.Chance(options.DefectShare))
        {
            text = InventedDefects.Spoil(text, ref file);
        }

        // Asked for none, the dice are left alone: what a seed gives stays as it was.
        if (options.NoiseShare > 0 && file.Chance(options.NoiseShare))
        {
            text = InventedNoise.Spoil(text, ref file);
        }

        if (options.CutShare > 0 && file.Chance(options.CutShare))
        {
            text = InventedNoise.Cut(text, ref file);
            truth = truth with { IsCut = true, FineRub = null, ArrestDays = null, WorkHours = null };
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"invented-{number:000000}.{(isHtml ? "html" : "txt")}");
        var bytes = isHtml ? InventedPage.Make(text, truth, ref file) : Encoding.UTF8.GetBytes(text);
        return new InventedRuling(name, bytes, truth);
    }

    private static bool IsDuplicate(long seed, int number, InventedOptions options) =>
        number > 0 && new InventedDice(seed ^ 0x46494C45, number).Chance(options.DuplicateShare);
}
