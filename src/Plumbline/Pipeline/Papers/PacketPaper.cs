using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Pipeline.Papers;

/// <summary>A sentence of a draft on a named party.</summary>
public sealed record PacketSentence
{
    /// <summary>Name of the draft.</summary>
    public required string Draft { get; init; }

    /// <summary>1-based line on which it starts.</summary>
    public required int Line { get; init; }

    /// <summary>Its words. Hostile text.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence before it in the same paragraph; empty at its head.</summary>
    public required string Before { get; init; }

    /// <summary>The sentence behind it.</summary>
    public required string After { get; init; }

    /// <summary>Where the name stands in <see cref="Text"/>.</summary>
    public required IReadOnlyList<TextSpan> Named { get; init; }

    /// <summary>True when only a part of a name of several words stands there: it may be somebody else.</summary>
    public required bool IsPart { get; init; }

    /// <summary>Its figures that a claim stands behind.</summary>
    public required IReadOnlyList<CheckedClaim> Figures { get; init; }

    /// <summary>Its figures that no claim stands behind.</summary>
    public required IReadOnlyList<UnbackedFigure> Unbacked { get; init; }
}

/// <summary>All that a lawyer has to see of one party before publication.</summary>
public sealed record PacketPaper
{
    /// <summary>Case, build, time.</summary>
    public required PaperHead Head { get; init; }

    /// <summary>The name, and the other names looked for.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Names of the drafts that were read.</summary>
    public required IReadOnlyList<string> Drafts { get; init; }

    /// <summary>Sentences on the party, in the order of the drafts.</summary>
    public required IReadOnlyList<PacketSentence> Sentences { get; init; }

    /// <summary>The claims of their figures, each once, and those that they are made of.</summary>
    public required IReadOnlyList<ClaimDossier> Claims { get; init; }

    /// <summary>Sources of each claim (with those that it is made of), by id.</summary>
    public required IReadOnlyDictionary<string, PaperSources> SourcesOf { get; init; }

    /// <summary>What the party was asked.</summary>
    public required IReadOnlyList<Reply> Replies { get; init; }

    /// <summary>The day of the paper, in the zone of the case.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Documents of evidence, requests and letters.</summary>
    public required IReadOnlyList<PaperDocument> Documents { get; init; }

    /// <summary>People who decided.</summary>
    public required IReadOnlyList<PaperCoder> Coders { get; init; }

    /// <summary>Variables that the queries read, with their rules.</summary>
    public required IReadOnlyList<PaperVariable> Variables { get; init; }

    /// <summary>When people decided, by entry.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> Times { get; init; }

    /// <summary>Sources of all claims together.</summary>
    public required PaperSources Sources { get; init; }
}

/// <summary>Finds the sentences of drafts that name a party.</summary>
internal static class PacketSentences
{
    public static IEnumerable<PacketSentence> Of(Draft draft, PartyNames names, CheckReport check)
    {
        foreach (var passage in draft.Passages)
        {
            var sentences = Sentences.Of(passage.Text);
            for (var i = 0; i < sentences.Count; i++)
            {
                var text = sentences[i].In(passage.Text);
                if (names.Find(text, out var isPart) is not { Count: > 0 } named)
                {
                    continue;
                }

                var inFile = passage.InFile(sentences[i]);
                yield return new PacketSentence
                {
                    Draft = draft.File.Name,
                    Line = draft.PlaceOf(inFile.Start).Line,
                    Text = text,
                    Before = i > 0 ? sentences[i - 1].In(passage.Text) : "",
                    After = i + 1 < sentences.Count ? sentences[i + 1].In(passage.Text) : "",
                    Named = named,
                    IsPart = isPart,
                    Figures = [.. check.Claims.Where(c => c.Draft == draft.File.Name && c.Span.Overlaps(inFile))],
                    Unbacked = [.. check.Unbacked.Where(u => u.Draft == draft.File.Name && u.Span.Overlaps(inFile))],
                };
            }
        }
    }
}
