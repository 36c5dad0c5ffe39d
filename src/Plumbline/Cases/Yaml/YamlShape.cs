namespace Plumbline.Cases.Yaml;

/// <summary>
/// What a YAML value must look like. One declaration checks the file, gives the JSON schema for editors
/// (<see cref="YamlSchema"/>) and the table of keys in the docs.
/// </summary>
/// <param name="Meaning">What it is, for schema, docs and messages.</param>
public abstract record YamlShape(string Meaning)
{
    /// <summary>What the message says was expected.</summary>
    public abstract string Expected { get; }
}

/// <summary>Text.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Pattern">Regular expression the whole text must match (ECMAScript), or null.</param>
/// <param name="PatternWords">The pattern in words, for messages.</param>
public sealed record TextShape(string Meaning, string? Pattern = null, string? PatternWords = null) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => PatternWords ?? "text";
}

/// <summary>A whole number within bounds, both included.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Min">Lowest.</param>
/// <param name="Max">Highest.</param>
public sealed record IntegerShape(string Meaning, int Min = int.MinValue, int Max = int.MaxValue) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected =>
        (Min, Max) is (int.MinValue, int.MaxValue) ? "a whole number" : $"a whole number from {Min} to {Max}";
}

/// <summary>A decimal number.</summary>
/// <param name="Meaning">What it is.</param>
public sealed record NumberShape(string Meaning) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => "a number";
}

/// <summary>True or false.</summary>
/// <param name="Meaning">What it is.</param>
public sealed record FlagShape(string Meaning) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => "true or false";
}

/// <summary>One of a few words.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Words">The words.</param>
public sealed record ChoiceShape(string Meaning, IReadOnlyList<string> Words) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => "one of " + string.Join(", ", Words);
}

/// <summary>A list; a single item may stand alone when <paramref name="OrOne"/>.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Item">Shape of each item.</param>
/// <param name="OrOne">True when one item needs no list around it.</param>
public sealed record ListShape(string Meaning, YamlShape Item, bool OrOne = false) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => OrOne ? $"{Item.Expected}, or a list of them" : "a list";
}

/// <summary>A key of a <see cref="MapShape"/>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">Shape of its value.</param>
/// <param name="Required">True when it must be there.</param>
public sealed record YamlKey(string Name, YamlShape Shape, bool Required = false);

/// <summary>A map with known keys.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Keys">Its keys.</param>
public sealed record MapShape(string Meaning, IReadOnlyList<YamlKey> Keys) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => "a map of keys and values";
}

/// <summary>A map whose keys are names that the user chooses.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="KeyPattern">Regular expression the whole key must match.</param>
/// <param name="KeyWords">The pattern in words.</param>
/// <param name="Value">Shape of each value.</param>
public sealed record NamedShape(string Meaning, string KeyPattern, string KeyWords, YamlShape Value) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => "a map of names and values";
}

/// <summary>One of several shapes of different kinds (scalar, list, map): the kind decides.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Shapes">The shapes; at most one of each kind.</param>
public sealed record EitherShape(string Meaning, IReadOnlyList<YamlShape> Shapes) : YamlShape(Meaning)
{
    /// <inheritdoc/>
    public override string Expected => string.Join(", or ", Shapes.Select(s => s.Expected));
}
