using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>Where something stands in a codebook's file; lines and columns count from 1.</summary>
internal readonly record struct FilePlace(int Line, int Column)
{
    /// <summary>It as the place of a problem, with the line that stands there.</summary>
    public ProblemPlace In(string shownName, IReadOnlyList<string> lines) =>
        new(shownName, Line, Column, SourceLine: Line >= 1 && Line <= lines.Count ? lines[Line - 1] : null);
}

/// <summary>
/// A text in a codebook that says what a rule, or a variable, must make of it. Never part of a hash: a changed example codes
/// nothing again.
/// </summary>
/// <param name="Text">The text: a sentence or a few, taken to lie in the sections that the rule looks in.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Matches">Of a rule: true when it must find something in it. Of a variable always true.</param>
/// <param name="Expected">The value, or word of a status, that must come out; null: any will do.</param>
/// <param name="In">Of a variable: sections that the text lies in; empty: sections are found in it as in a whole text.</param>
internal sealed record CodingExample(string Text, FilePlace Place, bool Matches, string? Expected, IReadOnlyList<string> In);
