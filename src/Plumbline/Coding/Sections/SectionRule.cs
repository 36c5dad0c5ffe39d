using Plumbline.Coding.Queries;

namespace Plumbline.Coding.Sections;

/// <summary>A section as the codebook defines it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AtBeginning">True when it starts where the unit does.</param>
/// <param name="Starts">Queries at whose hits it starts.</param>
/// <param name="Headings">Heading words behind which it starts, in capitals.</param>
/// <param name="TakesLast">True when the last start counts.</param>
/// <param name="Ends">Queries at whose first hit it ends.</param>
/// <param name="Paragraphs">Queries that make a paragraph part of it.</param>
/// <param name="In">The section whose paragraphs are looked at; the section's own name or null where it has none.</param>
/// <param name="Learned">The model that marks it; null where none does.</param>
internal sealed record SectionRule(
    string Name, bool AtBeginning, IReadOnlyList<Query> Starts, IReadOnlyList<string> Headings, bool TakesLast,
    IReadOnlyList<Query> Ends, IReadOnlyList<Query> Paragraphs, string? In, Learned.SectionModel? Learned = null)
{
    /// <summary>True when it cuts the unit; else it is made of paragraphs of another.</summary>
    public bool IsMain => AtBeginning || Starts.Count > 0 || Headings.Count > 0;
}
