using System.Security.Cryptography;
using System.Text;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Checks;

/// <summary>A place of a draft that a doubt names.</summary>
/// <param name="Draft">Name of the draft.</param>
/// <param name="Span">The figure in the draft's file, or in its text where the file is none.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
/// <param name="Text">The figure.</param>
/// <param name="Sentence">The sentence around it. Text of the draft: hostile.</param>
public sealed record DoubtPlace(string Draft, TextSpan Span, int Line, int Column, string Text, string Sentence);

/// <summary>
/// Something in a draft that an editor should look at again: two places that don't go together, or a figure that holds and still
/// misleads. Never a verdict: either place, both or none may be wrong, and the exit code minds none of it.
/// </summary>
/// <param name="Rule">Name of the rule that found it, such as <c>stated-twice</c> (docs/checks.md).</param>
/// <param name="Here">Where to look.</param>
/// <param name="There">What it does not go together with; null when that is the case itself.</param>
/// <param name="Why">Why, one sentence.</param>
public sealed record Doubt(string Rule, DoubtPlace Here, DoubtPlace? There, string Why)
{
    /// <summary>
    /// What it is set aside by: its rule and six hex digits over the words of both sentences, so that it stays set aside for as
    /// long as they say the same, wherever they are moved, and comes back when one is changed.
    /// </summary>
    public string Id => $"{Rule}-{Digest()}";

    private string Digest()
    {
        var words = new StringBuilder();
        foreach (var place in (DoubtPlace?[])[Here, There])
        {
            words.AppendJoin(' ', FigureTokens.Of(place?.Sentence ?? "").Select(t => t.Text)).Append('\n').Append(place?.Text).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())))[..6];
    }
}
