using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>A stretch of a unit with the name of the section it belongs to. A section may have several; names are compared exactly.</summary>
public readonly record struct SectionRange(string Name, TokenRange Range);
