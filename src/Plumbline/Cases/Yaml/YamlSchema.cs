using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plumbline.Cases.Yaml;

/// <summary>Writes the JSON schema (draft 2020-12) of a shape, for editors that complete and check YAML.</summary>
public static class YamlSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as indented JSON.</summary>
    public static string Write(YamlShape shape, string title)
    {
        var schema = Of(shape);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Of(YamlShape shape)
    {
        var schema = new JsonObject();
        if (shape.Meaning.Length > 0)
        {
            schema["description"] = shape.Meaning;
        }

        switch (shape)
        {
            case TextShape text:
                // Editors read plain YAML scalars as numbers or flags; the checker takes them as text.
                schema["type"] = new JsonArray("string", "number", "boolean");
                if (text.Pattern is not null)
                {
                    schema["pattern"] = $"^(?:{text.Pattern})$";
                }

                break;
            case IntegerShape whole:
                schema["type"] = "integer";
                if (whole.Min != int.MinValue)
                {
                    schema["minimum"] = whole.Min;
                }

                if (whole.Max != int.MaxValue)
                {
                    schema["maximum"] = whole.Max;
                }

                break;
            case NumberShape:
                schema["type"] = "number";
                break;
            case FlagShape:
                schema["type"] = "boolean";
                break;
            case ChoiceShape choice:
                schema["enum"] = new JsonArray([.. choice.Words.Select(w => (JsonNode)w)]);
                break;
            case ListShape list:
                var array = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
                if (!list.OrOne)
                {
                    array.Insert(0, "description", shape.Meaning);
                    return array;
                }

                schema["anyOf"] = new JsonArray(Of(list.Item), array);
                break;
            case MapShape map:
                schema["type"] = "object";
                schema["additionalProperties"] = false;
                schema["properties"] = new JsonObject(map.Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Of(k.Shape))));
                if (map.Keys.Any(k => k.Required))
                {
                    schema["required"] = new JsonArray([.. map.Keys.Where(k => k.Required).Select(k => (JsonNode)k.Name)]);
                }

                break;
            case NamedShape named:
                schema["type"] = "object";
                schema["propertyNames"] = new JsonObject { ["pattern"] = $"^(?:{named.KeyPattern})$" };
                schema["additionalProperties"] = Of(named.Value);
                break;
            case EitherShape either:
                schema["anyOf"] = new JsonArray([.. either.Shapes.Select(s => (JsonNode)Of(s))]);
                break;
            default:
                throw new ArgumentException($"No schema for {shape.GetType().Name}.", nameof(shape));
        }

        return schema;
    }
}
