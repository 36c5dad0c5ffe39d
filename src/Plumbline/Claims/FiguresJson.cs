using System.Text.Json;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>A figure with its place in the draft.</summary>
/// <param name="Figure">What it says.</param>
/// <param name="InFile">Its place: UTF-16 offsets in the file, or in the draft's text where the file is none (DOCX, HTML).</param>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column.</param>
public sealed record DraftFigure(Figure Figure, TextSpan InFile, int Line, int Column)
{
    /// <summary>All figures of a draft in its order.</summary>
    public static IReadOnlyList<DraftFigure> Of(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var links = draft.Links.ToLookup(l => l.Passage);
        var found = new List<DraftFigure>();
        foreach (var passage in draft.Passages)
        {
            foreach (var figure in FigureParser.Parse(passage.Text, [.. links[passage].Select(l => l.Span)]))
            {
                var span = passage.InFile(figure.Span);
                var (line, column) = draft.PlaceOf(span.Start);
                found.Add(new DraftFigure(figure, span, line, column));
            }
        }

        return found;
    }

    /// <summary>Writes it as docs/json.md says: a range has <c>low</c> and <c>high</c>, any other figure <c>value</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var isRange = Figure.Relation == Relation.Between;
        json.WriteStartObject();
        json.WriteNumber("start", InFile.Start);
        json.WriteNumber("end", InFile.End);
        json.WriteString("text", Figure.Text);
        json.WriteString("kind", Figure.Kind.Word());
        json.WriteString("relation", Figure.Relation.Sign());
        Number(json, "value", isRange ? null : Figure.Low);
        Number(json, "low", isRange ? Figure.Low : null);
        Number(json, "high", isRange ? Figure.High : null);
        json.WriteString("unit", NounForms.Of(Figure));
        json.WriteString("date", Figure.Date?.ToString());
        json.WriteBoolean("needs_backing", Figure.NeedsBacking);
        json.WriteNumber("line", Line);
        json.WriteNumber("column", Column);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            // Thirds and sixths at six places; trailing zeros of 2.50 off.
            json.WriteNumber(name, Math.Round(number, 6) / 1.0000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
