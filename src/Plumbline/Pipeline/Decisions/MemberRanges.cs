using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;

namespace Plumbline.Pipeline.Decisions;

/// <summary>
/// Ranges of the members of one document in its text. A part reaches to where the next one starts, so that no word between
/// two parts, not even a full stop, belongs to none.
/// </summary>
internal static class MemberRanges
{
    /// <param name="reader">The part of the build that holds the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="members">All its members of one kind, in order.</param>
    public static IReadOnlyList<TextSpan> Of(PartReader reader, StoredDocument document, IReadOnlyList<PartMember> members)
    {
        if (!document.HasText)
        {
            return [.. members.Select(_ => default(TextSpan))];
        }

        var tokens = new Lazy<Coding.Tokens.TokenDocument>(() => reader.Tokens.Document(document.TokenOrdinal));
        var ranges = new TextSpan[members.Count];
        var next = document.TextLength;
        for (var i = members.Count - 1; i >= 0; i--)
        {
            ranges[i] = members[i].Place.Kind switch
            {
                PlaceKind.Whole => new TextSpan(0, document.TextLength),
                PlaceKind.Part => new TextSpan(Math.Min(next, tokens.Value.SpanOf(members[i].TokenFrom, members[i].TokenTo).Start), next),
                _ => default,
            };
            next = members[i].Place.Kind == PlaceKind.Part ? ranges[i].Start : next;
        }

        return ranges;
    }
}
