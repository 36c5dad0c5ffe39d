namespace Plumbline.Review;

/// <summary>
/// A person's word that decisions made under older definitions of a variable mean the same under the present one. Its form in the
/// journal never changes.
/// </summary>
/// <param name="Kind">Table of the variable.</param>
/// <param name="Variable">The variable.</param>
/// <param name="From">Hashes of the older definitions, at least one.</param>
/// <param name="To">Hash of the definition that the decisions stand under again.</param>
/// <param name="Reason">Why they mean the same.</param>
/// <param name="Coder">Pseudonym of who says so.</param>
public sealed record DefinitionCarry(string Kind, string Variable, IReadOnlyList<string> From, string To, string Reason, string Coder);

/// <summary>A carry with its entry.</summary>
public sealed record JournaledCarry(EntryName Entry, DefinitionCarry Carry);
