namespace Plumbline.Claims.Checks;

/// <summary>What people call the units of one table.</summary>
/// <param name="Label">Its label in the codebook.</param>
/// <param name="Words">Nouns that a draft may use, in any language; none when the codebook names none.</param>
public sealed record UnitNames(string Label, IReadOnlyList<string> Words);
