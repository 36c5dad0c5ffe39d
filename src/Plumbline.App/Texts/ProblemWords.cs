using System.Collections.Frozen;

namespace Plumbline.App.Texts;

/// <summary>What a problem's code means, in Russian. Names of files, keys and commands stand between backticks.</summary>
/// <param name="What">What is wrong, one sentence or two.</param>
/// <param name="Try">What to try; never empty.</param>
internal sealed record ProblemText(string What, string Try);

/// <summary>
/// Problems in Russian. The library says each in English, with its names and places; here stands what its code means, so that a
/// page can say that first. By stage in ProblemWords.X.cs. A test holds that every code of docs/ is here, but those of the command line.
/// </summary>
internal static partial class ProblemWords
{
    private static readonly FrozenDictionary<string, ProblemText> Texts = new[] { OfApp, OfBuild, OfCase, OfCustody, OfIngest, OfCoding, OfReview, OfClaims, OfSql, OfSigning }
        .SelectMany(stage => stage).ToFrozenDictionary(t => t.Code, t => new ProblemText(t.What, t.Try), StringComparer.Ordinal);

    /// <summary>All, by code.</summary>
    public static IReadOnlyDictionary<string, ProblemText> All => Texts;

    /// <summary>What a code means; null for a code that only the command line has, and in English, which the library says itself.</summary>
    public static ProblemText? Of(Language language, string code) => language == Language.Russian ? Texts.GetValueOrDefault(code) : null;

    /// <summary>The pieces of a text in turn: words, and what stood between backticks.</summary>
    public static IEnumerable<(string Piece, bool IsCode)> Pieces(string text) => text.Split('`').Select((piece, at) => (piece, at % 2 == 1)).Where(p => p.piece.Length > 0);
}
