using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>A member to be coded: a whole text or a part of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Text of the whole document.</param>
/// <param name="Tokens">Tokens of the whole document.</param>
/// <param name="Range">The member's tokens.</param>
/// <param name="IsWhole">False when the text is known to be cut or badly recognised: then silence is unclear.</param>
/// <param name="PageStarts">UTF-16 offset where page n+1 starts, the first at 0; empty where the form has no pages.</param>
public readonly record struct TextMember(
    UnitId Id, string Text, TokenDocument Tokens, TokenRange Range, bool IsWhole, IReadOnlyList<int> PageStarts);
