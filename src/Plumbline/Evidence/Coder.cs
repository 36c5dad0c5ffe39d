namespace Plumbline.Evidence;

/// <summary>Who gave a value.</summary>
public enum CoderKind
{
    /// <summary>A codebook's rule.</summary>
    Rule,

    /// <summary>A record's own column, as it stands.</summary>
    Column,

    /// <summary>A person, by pseudonym.</summary>
    Person,
}

/// <summary>A person, a rule or a record's own column that gave a value.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Name">Pseudonym, rule (<c>outcome/fine</c>) or column.</param>
/// <param name="Version">For a rule, the first 16 hexadecimal digits of the SHA-256 of its parsed form; else empty.</param>
public sealed record Coder(CoderKind Kind, string Name, string Version = "")
{
    /// <summary>The word of the kind in tables and JSON: <c>rule</c>, <c>column</c> or <c>person</c>.</summary>
    public string KindWord => Kind switch { CoderKind.Rule => "rule", CoderKind.Column => "column", _ => "person" };
}
