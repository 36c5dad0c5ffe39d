using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>Figures before and after a change, for people and as JSON.</summary>
internal static class FigureMovePrinter
{
    /// <summary>Writes a line for each figure.</summary>
    public static void Write(Screen screen, IReadOnlyList<FigureMove> moves)
    {
        foreach (var move in moves)
        {
            var word = move.IsBroken ? "BREAKS" : move.IsMended ? "mended" : "moves";
            screen.WriteWrapped($"{word,-7} {SafeText.Line(move.Claim)}{Place(move)}: {Stood(move.Before)}, then {Stood(move.After)}", hang: 8, ink: move.IsBroken ? Ink.Red : Ink.None);
        }
    }

    /// <summary>Writes <c>moves</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FigureMove> moves)
    {
        json.WriteStartArray("moves");
        foreach (var move in moves)
        {
            json.WriteStartObject();
            json.WriteString("id", move.Claim);
            json.WriteBoolean("breaks", move.IsBroken);
            json.WriteBoolean("mended", move.IsMended);
            Standing(json, "before", move.Before);
            Standing(json, "after", move.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Place(FigureMove move) =>
        (move.After ?? move.Before) is { Draft: { } draft } at ? $" \"{SafeText.Line(at.Text)}\" ({SafeText.Line(draft)}:{at.Line})" : "";

    private static string Stood(FigureStanding? standing) => standing is null ? "not there"
        : string.Join(" ", new[]
        {
            standing.Verdict?.Word() ?? "",
            standing.Low is null && standing.High is null ? "" : CheckPrinter.Ends(standing.Low?.ToString(), standing.High?.ToString()),
            standing.Unread > 0 ? $"({Screen.Digits(standing.Unread)} unread)" : "",
        }.Where(p => p.Length > 0));

    private static void Standing(Utf8JsonWriter json, string name, FigureStanding? standing)
    {
        if (standing is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("draft", standing.Draft);
        json.WriteNumber("line", standing.Line);
        json.WriteString("text", standing.Text);
        json.WriteString("verdict", standing.Verdict?.Word());
        json.WriteString("low", standing.Low?.ToString());
        json.WriteString("high", standing.High?.ToString());
        json.WriteNumber("unread", standing.Unread);
        json.WriteEndObject();
    }
}
