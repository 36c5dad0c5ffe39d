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

    /// <summary>Share in which facial recognition is named, 0 to 1.</summary>
    public double FacialRecognitionShare { get; init; } = 0.08;
}
