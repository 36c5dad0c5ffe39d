using System.Runtime.InteropServices;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Sections.Learned;

/// <summary>Marks the pieces of units by a model, compiled for one vocabulary. Not thread safe.</summary>
internal sealed class SectionMarker
{
    private const int NotAsked = -2;
    private static readonly FeatureKind[] WordKinds = [FeatureKind.Word, FeatureKind.Opening, FeatureKind.First, FeatureKind.Second];

    private readonly SectionModel model;
    private readonly Vocabulary vocabulary;
    private readonly double[] start;
    private readonly double[] follows;
    private readonly int[] wordRows; // For each form, the rows of its four features.
    private readonly int[] seen; // The last piece that had the row.
    private readonly Dictionary<(FeatureKind, int), int> otherRows = [];
    private readonly List<(FeatureKind Kind, int Number)> features = [];
    private double[] weights = [];
    private double[] forward = [];
    private double[] backward = [];
    private int piecesSeen;

    public SectionMarker(SectionModel model, Vocabulary vocabulary)
    {
        this.model = model;
        this.vocabulary = vocabulary;
        (start, follows) = (Array.ConvertAll(model.Start, Math.Exp), Array.ConvertAll(model.Follows, Math.Exp));
        wordRows = new int[vocabulary.Count * WordKinds.Length];
        wordRows.AsSpan().Fill(NotAsked);
        seen = new int[model.Features];
    }

    /// <summary>Adds the sections that the model finds in a unit; pieces that touch are one range.</summary>
    /// <param name="document">The tokens.</param>
    /// <param name="pieces">The pieces of the unit (<see cref="TextPieces"/>).</param>
    /// <param name="wanted">The sections to look for; others of the model are left out.</param>
    /// <param name="into">Where they go: by section, then place.</param>
    public void Find(TokenDocument document, IReadOnlyList<TextPiece> pieces, IReadOnlyList<string> wanted, List<SectionRange> into)
    {
        var marks = model.Marks.Count;
        var size = pieces.Count * marks;
        if (size > weights.Length)
        {
            (weights, forward, backward) = (new double[size], new double[size], new double[size]);
        }

        Weigh(document, pieces);
        MarkChances.Of(marks, start, follows, weights.AsSpan(0, size), forward.AsSpan(0, size), backward.AsSpan(0, size));
        for (var i = 0; i < pieces.Count; i++)
        {
            MarkChances.Both(forward.AsSpan(i * marks, marks), backward.AsSpan(i * marks, marks), weights.AsSpan(i * marks, marks));
        }

        foreach (var name in wanted)
        {
            var mark = model.MarkOf(name);
            for (var i = 0; i < pieces.Count; i++)
            {
                var from = i;
                while (i < pieces.Count && weights[(i * marks) + mark] > model.Threshold)
                {
                    i++;
                }

                if (i > from)
                {
                    into.Add(new SectionRange(name, new TokenRange(pieces[from].Range.From, pieces[i - 1].Range.To)));
                }
            }
        }
    }

    private void Weigh(TokenDocument document, IReadOnlyList<TextPiece> pieces)
    {
        var marks = model.Marks.Count;
        weights.AsSpan(0, pieces.Count * marks).Clear();
        for (var i = 0; i < pieces.Count; i++)
        {
            piecesSeen++;
            features.Clear();
            PieceFeatures.Of(document, pieces[i], features);
            var own = weights.AsSpan(i * marks, marks);
            foreach (var (kind, number) in CollectionsMarshal.AsSpan(features))
            {
                var row = PieceFeatures.IsWord(kind) ? WordRow(kind, number) : OtherRow(kind, number);
                if (row < 0 || seen[row] == piecesSeen)
                {
                    continue;
                }

                seen[row] = piecesSeen;
                var of = model.Weights.AsSpan(row * marks, marks);
                for (var m = 0; m < own.Length; m++)
                {
                    own[m] += of[m];
                }
            }
        }
    }

    private int WordRow(FeatureKind kind, int form)
    {
        ref var row = ref wordRows[(form * WordKinds.Length) + (int)kind];
        if (row == NotAsked)
        {
            row = model.Row(PieceFeatures.Name(kind, vocabulary.FormSpan(form)));
        }

        return row;
    }

    private int OtherRow(FeatureKind kind, int number)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(otherRows, (kind, number), out var isKnown);
        if (!isKnown)
        {
            row = model.Row(PieceFeatures.Name(kind, number));
        }

        return row;
    }
}
