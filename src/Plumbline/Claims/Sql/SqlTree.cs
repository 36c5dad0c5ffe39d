using System.Data.Common;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// A text of SQL with the engine's own parse of it. The engine parses only SELECT into JSON, so that all other statements
/// fall at the first step. Positions count UTF-8 bytes there and are turned into lines and columns here.
/// </summary>
internal sealed class SqlTree
{
    /// <summary>Longest text taken, in UTF-16 units: a claim is a few lines; 20,000 UNIONs are not.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Deepest nesting of the parse in JSON levels, about 40 levels of brackets.</summary>
    public const int MaxDepth = 200;

    private readonly byte[] bytes;

    private SqlTree(string text)
    {
        Text = text;
        bytes = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The statement's outermost query node.</summary>
    public JsonElement Node { get; private set; }

    /// <summary>Parses; null with a problem when it isn't exactly one SELECT.</summary>
    public static SqlTree? Parse(DbConnection connection, string text, List<Problem> problems)
    {
        var tree = new SqlTree(text);
        if (text.Length > MaxLength)
        {
            problems.Add(SqlProblems.TooLong(text.Length));
            return null;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_serialize_sql($1::VARCHAR)";
        command.Parameters.Add(new DuckDBParameter(text));
        JsonElement parse;
        try
        {
            parse = JsonElement.Parse((string)command.ExecuteScalar()!, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (Exception e) when (e is JsonException or DuckDBException)
        {
            problems.Add(SqlProblems.TooDeep());
            return null;
        }

        if (parse.GetProperty("error").GetBoolean())
        {
            var message = parse.GetProperty("error_message").GetString() ?? "";
            var at = parse.TryGetProperty("position", out var position) && long.TryParse(position.GetString(), out var offset) ? offset : -1;
            problems.Add(message.Contains("Only SELECT", StringComparison.Ordinal)
                ? SqlProblems.NotASelect(tree.Place(-1)) : SqlProblems.SyntaxError(message.Split('\n')[0], tree.Place(at)));
            return null;
        }

        var statements = parse.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
        {
            problems.Add(SqlProblems.SeveralStatements(statements.GetArrayLength()));
            return null;
        }

        var statement = statements[0];
        tree.Node = statement.GetProperty("node");
        if (statement.TryGetProperty("named_param_map", out var parameters) && parameters.GetArrayLength() > 0)
        {
            problems.Add(SqlProblems.Refused("a parameter", "the value itself", tree.Place(-1)));
            return null;
        }

        return tree;
    }

    /// <summary>Where a node's <c>query_location</c> stands in the text.</summary>
    public ProblemPlace Place(JsonElement node) =>
        Place(node.ValueKind == JsonValueKind.Object && node.TryGetProperty("query_location", out var at) && at.TryGetInt64(out var offset) ? offset : -1);

    /// <summary>Line and column of an offset in UTF-8 bytes; unknown when negative.</summary>
    public ProblemPlace Place(long offset)
    {
        if (offset < 0 || offset > bytes.Length)
        {
            return new ProblemPlace();
        }

        var before = Encoding.UTF8.GetString(bytes, 0, (int)offset);
        var start = before.LastIndexOf('\n') + 1;
        var end = Text.IndexOf('\n', start);
        return new ProblemPlace(
            Line: before.Count(c => c == '\n') + 1, Column: before.Length - start + 1,
            SourceLine: (end < 0 ? Text[start..] : Text[start..end]).TrimEnd('\r'));
    }
}
