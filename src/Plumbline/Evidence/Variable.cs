using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Evidence;

/// <summary>What values a variable takes.</summary>
public enum VariableType
{
    /// <summary>Free text, kept as it stands.</summary>
    Text,

    /// <summary>A whole number (64 bits).</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount in a currency; amounts in different currencies are never added.</summary>
    Money,

    /// <summary>A civil date with a precision (EDTF), without a time zone.</summary>
    Date,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>One of, or with <c>multiple</c> some of, the listed values.</summary>
    Category,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Name of a person, body or company.</summary>
    Entity,
}

/// <summary>The words of <see cref="VariableType"/> in YAML and JSON. They never change.</summary>
public static class VariableTypeNames
{
    private static readonly string[] Words =
        ["text", "integer", "number", "money", "date", "duration", "category", "yes/no", "entity"];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word of a type.</summary>
    public static string Word(this VariableType type) => Words[(int)type];
}

/// <summary>One value of a category.</summary>
/// <param name="Key">What stands in tables; lower-case letters, digits and hyphens.</param>
/// <param name="Label">What people see.</param>
/// <param name="Instructions">When to choose it.</param>
/// <param name="Was">Its key before a renaming, or null: decisions carry over.</param>
public sealed record CategoryValue(string Key, string Label, string Instructions = "", string? Was = null);

/// <summary>
/// A variable of a codebook as tables, claims and people's decisions see it: all but its rules. Its
/// <see cref="ComputeDefinitionHash"/> changes when, and only when, a decision made under it could mean something else.
/// </summary>
public sealed record Variable
{
    /// <summary>Column name: lower-case letters, digits and underscores, a letter first.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required VariableType Type { get; init; }

    /// <summary>True when a unit can have several values: its column is a list, in order of first appearance, each once.</summary>
    public bool Multiple { get; init; }

    /// <summary>Short name for people.</summary>
    public string Label { get; init; } = "";

    /// <summary>Instructions for people who code it.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>Values of a category, else empty.</summary>
    public IReadOnlyList<CategoryValue> Values { get; init; } = [];

    /// <summary>Currency code (ISO 4217) that money of this variable is in, else null: then it is read from the text.</summary>
    public string? Currency { get; init; }

    /// <summary>The value that silence means (<c>no</c>, <c>not-named</c>), or null: silence gives the status not-stated.</summary>
    public string? Silence { get; init; }

    /// <summary>True when the value names a person: stays out of what leaves the machine.</summary>
    public bool Identity { get; init; }

    /// <summary>
    /// First 16 hexadecimal digits of the SHA-256 over name, type, multiple, currency, silence, values and instructions,
    /// each with its length before it, line ends as LF, outer white space cut. Rules, labels and comments don't enter.
    /// Computed at each call: keep it where many codings are made.
    /// </summary>
    public string ComputeDefinitionHash()
    {
        var text = new StringBuilder("plumbline/definition/1");
        void Add(string? part)
        {
            var clean = (part ?? "").ReplaceLineEndings("\n").Trim();
            text.Append('\0').Append(clean.Length).Append(':').Append(clean);
        }

        Add(Name);
        Add(Type.Word());
        Add(Multiple ? "multiple" : "");
        Add(Currency);
        Add(Silence);
        Add(Instructions);
        foreach (var value in Values)
        {
            Add(value.Key);
            Add(value.Instructions);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}

/// <summary>A kind of unit: one table, one codebook.</summary>
/// <param name="Table">Table name and kind (<c>rulings</c>): lower-case letters, digits and underscores.</param>
/// <param name="Variables">Its variables, in the order of the codebook.</param>
public sealed record UnitKind(string Table, IReadOnlyList<Variable> Variables)
{
    /// <summary>The variable of this name, or null.</summary>
    public Variable? Find(string name) => Variables.FirstOrDefault(v => v.Name == name);
}
