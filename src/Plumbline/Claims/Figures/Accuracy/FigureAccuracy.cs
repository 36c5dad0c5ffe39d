using Plumbline.Claims.Drafts;

namespace Plumbline.Claims.Figures.Accuracy;

/// <summary>Figures read and figures labelled, of one group of texts.</summary>
/// <param name="name">What the group is.</param>
public sealed class FigureTally(string name)
{
    /// <summary>What the group is.</summary>
    public string Name { get; } = name;

    /// <summary>Figures that a reader labelled.</summary>
    public int Labelled { get; internal set; }

    /// <summary>Labelled figures that were found.</summary>
    public int Found { get; internal set; }

    /// <summary>Figures that were read.</summary>
    public int Read { get; internal set; }

    /// <summary>Read figures that are labelled.</summary>
    public int Right { get; internal set; }

    /// <summary>Found figures whose label has a value.</summary>
    public int Valued { get; internal set; }

    /// <summary>Of them those with the right relation and value.</summary>
    public int ValueRight { get; internal set; }

    /// <summary>Found figures of the right kind.</summary>
    public int KindRight { get; internal set; }
}

/// <summary>A figure not found, read where none is, or read with another value or kind.</summary>
/// <param name="Text">The text.</param>
/// <param name="Offset">Where.</param>
/// <param name="Fault"><c>missed</c>, <c>none there</c>, <c>value</c> or <c>kind</c>.</param>
/// <param name="Half">0 for the half that rules were written with, 1 for the other.</param>
public sealed record FigureFault(string Text, int Offset, string Fault, int Half);

/// <summary>Compares what the parser reads with what a reader labelled.</summary>
public sealed class FigureAccuracy
{
    /// <summary>Length of the blocks that a single long text is halved by.</summary>
    private const int Block = 8192;

    private FigureAccuracy()
    {
    }

    /// <summary>All figures: everything, the half rules were written with, the other.</summary>
    public IReadOnlyList<FigureTally> All { get; } = [new("all"), new("half A"), new("half B")];

    /// <summary>The same of figures that need backing.</summary>
    public IReadOnlyList<FigureTally> Backed { get; } = [new("needing backing"), new("needing backing, half A"), new("needing backing, half B")];

    /// <summary>Every fault, in order.</summary>
    public List<FigureFault> Faults { get; } = [];

    /// <summary>Texts that were compared.</summary>
    public int Texts { get; private set; }

    /// <summary>Compares; a text is a draft of the folder in any form, or a file with <c>.txt</c> behind its name. Offsets are of <see cref="DraftFile.Text"/>.</summary>
    public static FigureAccuracy Measure(string folder, ILookup<string, FigureLabel?> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var accuracy = new FigureAccuracy { Texts = labels.Count };
        foreach (var text in labels)
        {
            var path = Path.Combine(folder, text.Key);
            path = File.Exists(path) ? path : path + ".txt";
            var draft = DraftReader.Read(path, File.ReadAllBytes(path));
            accuracy.Compare(text.Key, [.. text.OfType<FigureLabel>()], DraftFigure.Of(draft), labels.Count == 1);
        }

        return accuracy;
    }

    private void Compare(string text, List<FigureLabel> labels, IReadOnlyList<DraftFigure> figures, bool isOnly)
    {
        // Only what was read by the labeller: up to the last label of a text that was labelled in part.
        var end = isOnly && labels.Count > 0 ? labels[^1].Span.End : int.MaxValue;
        var open = figures.Where(f => f.InFile.Start < end).ToList();
        var taken = new HashSet<DraftFigure>();
        foreach (var label in labels)
        {
            var figure = open.FirstOrDefault(f => !taken.Contains(f) && f.InFile.Overlaps(label.Span));
            if (figure is not null)
            {
                taken.Add(figure);
            }

            if (label.Kind is not null)
            {
                Count(label, figure, Half(text, label.Span.Start, isOnly));
            }
        }

        foreach (var figure in open)
        {
            var over = labels.Where(l => l.Span.Overlaps(figure.InFile)).ToList();
            if (over.Exists(l => l.Kind is null))
            {
                continue;
            }

            var half = Half(text, figure.InFile.Start, isOnly);
            foreach (var tally in Tallies(half, all: true).Concat(figure.Figure.NeedsBacking ? Tallies(half, all: false) : []))
            {
                tally.Read++;
                tally.Right += Backed.Contains(tally) ? over.Exists(l => l.NeedsBacking) ? 1 : 0 : over.Count > 0 ? 1 : 0;
            }

            if (over.Count == 0)
            {
                Faults.Add(new FigureFault(text, figure.InFile.Start, "none there", half));
            }
        }
    }

    private void Count(FigureLabel label, DraftFigure? figure, int half)
    {
        var value = figure?.Figure;
        var isValueRight = value is not null && label.Low is { } low && value.Relation.Sign() == label.Relation && Same(value.Low, low) && Same(value.High, label.High);
        foreach (var tally in Tallies(half, all: true).Concat(label.NeedsBacking ? Tallies(half, all: false) : []))
        {
            var isFound = value is not null && (value.NeedsBacking || !Backed.Contains(tally));
            tally.Labelled++;
            tally.Found += isFound ? 1 : 0;
            tally.KindRight += isFound && value!.Kind == label.Kind ? 1 : 0;
            tally.Valued += isFound && label.Low is not null ? 1 : 0;
            tally.ValueRight += isFound && isValueRight ? 1 : 0;
        }

        var fault = value is null ? "missed" : label.Low is not null && !isValueRight ? "value" : value.Kind != label.Kind ? "kind" : null;
        if (fault is not null)
        {
            Faults.Add(new FigureFault(label.Text, label.Span.Start, fault, half));
        }
    }

    private IEnumerable<FigureTally> Tallies(int half, bool all) => all ? [All[0], All[half + 1]] : [Backed[0], Backed[half + 1]];

    /// <summary>Texts are halved by the parity of the last digit of their name, a single text by blocks.</summary>
    private static int Half(string text, int offset, bool isOnly) => isOnly ? offset / Block % 2 : text.LastOrDefault(char.IsAsciiDigit) % 2;

    private static bool Same(decimal? a, decimal? b) => a is { } x && b is { } y && Math.Abs(x - y) <= Math.Abs(y) * 0.00001m;
}
