namespace Plumbline.Claims.Sql;

/// <summary>Names and strings as SQL writes them.</summary>
internal static class SqlText
{
    /// <summary>A quoted name.</summary>
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A quoted string.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
