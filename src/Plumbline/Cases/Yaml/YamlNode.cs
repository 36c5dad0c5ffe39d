using System.Globalization;

namespace Plumbline.Cases.Yaml;

/// <summary>A node of a YAML file with its place. Lines and columns count from 1.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
public abstract record YamlNode(int Line, int Column);

/// <summary>A scalar as it stands; types are the shape's matter, so <c>no</c> stays the text "no".</summary>
/// <param name="Text">The text, quotes and folding resolved.</param>
/// <param name="IsPlain">True when it was written without quotes.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlScalar(string Text, bool IsPlain, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>True for an empty plain scalar, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);

/// <summary>A key of a map and its value.</summary>
/// <param name="Key">The key, with its place.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>A map, in the order of the file, each key once.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>The value of a key; null when it is missing or written empty.</summary>
    public YamlNode? this[string key] =>
        Entries.FirstOrDefault(e => e.Key.Text == key)?.Value is { } value && value is not YamlScalar { IsNull: true } ? value : null;

    /// <summary>Text of a scalar key, or null. Only call it on what a shape has checked.</summary>
    public string? Text(string key) => (this[key] as YamlScalar)?.Text;

    /// <summary>A whole number, or null.</summary>
    public int? Integer(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A decimal number, or null.</summary>
    public decimal? Number(string key) => Text(key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A flag (<c>true</c>/<c>false</c>, <c>yes</c>/<c>no</c>), or the default.</summary>
    public bool Flag(string key, bool @default = false) => Text(key) is { } text ? text is "true" or "yes" : @default;

    /// <summary>A map, or null.</summary>
    public YamlMap? Map(string key) => this[key] as YamlMap;

    /// <summary>Items of a list; a scalar or map standing alone is a list of one; empty when missing.</summary>
    public IReadOnlyList<YamlNode> Items(string key) => this[key] switch
    {
        null => [],
        YamlList list => list.Items,
        var one => [one],
    };

    /// <summary>Texts of a list of scalars, or of one scalar.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items(key).OfType<YamlScalar>().Select(s => s.Text)];
}
