using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>Reads `examples`.</summary>
internal static class ExampleReader
{
    /// <summary>Most letters of an example: it is a sentence or a few.</summary>
    public const int MostLetters = 20_000;

    /// <summary>The examples of a rule: `match` and `no-match`.</summary>
    public static IReadOnlyList<CodingExample> OfRule(YamlMap rule, Variable variable, ReadingContext context)
    {
        var examples = new List<CodingExample>();
        foreach (var (key, matches) in (ReadOnlySpan<(string, bool)>)[("match", true), ("no-match", false)])
        {
            foreach (var node in rule.Map("examples")?.Items(key) ?? [])
            {
                if (Read(node, variable, matches, context) is { } example)
                {
                    examples.Add(example);
                }
            }
        }

        return examples;
    }

    /// <summary>The examples of a variable: texts and the value of each.</summary>
    public static IReadOnlyList<CodingExample> OfVariable(YamlMap map, Variable variable, ReadingContext context)
    {
        var examples = new List<CodingExample>();
        foreach (var node in map.Items("examples").OfType<YamlMap>())
        {
            if (node["value"] is null)
            {
                context.Faults.WrongExample(node, "An example of a variable says what must come out.", "Add value: with a value, or unclear, not-stated.");
            }
            else if (Read(node, variable, matches: true, context) is { } example)
            {
                foreach (var section in node.Items("in").OfType<YamlScalar>().Where(s => !context.HasSection(s.Text)))
                {
                    context.Faults.UnknownSection(section, section.Text, context.Sections.Select(s => s.Name));
                }

                examples.Add(example with { In = node.Texts("in") });
            }
        }

        return examples;
    }

    private static CodingExample? Read(YamlNode node, Variable variable, bool matches, ReadingContext context)
    {
        var text = node is YamlMap map ? map.Text("text") ?? "" : (node as YamlScalar)?.Text ?? "";
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostLetters)
        {
            context.Faults.WrongExample(node, $"An example has words, and at most {MostLetters} letters.", "Write a sentence or a few.");
            return null;
        }

        string? expected = null;
        if ((node as YamlMap)?["value"] is YamlScalar word)
        {
            if (!matches)
            {
                context.Faults.WrongExample(word, "What must not match has no value.", "Take value out, or put the example under match.");
            }

            // A status goes first: no category may be called so, and a name of a court is never one.
            if (StatusNames.TryParse(word.Text, out var status) && status != Status.Stated)
            {
                expected = status.Word();
            }
            else if (CodedValue.TryParse(word.Text, variable, out var value, out var fault))
            {
                expected = value.Text;
            }
            else
            {
                context.Faults.WrongValue(word, variable.Name, word.Text, fault, VariableReader.Words(variable));
            }
        }

        return new CodingExample(text, new FilePlace(node.Line, node.Column), matches, expected, []);
    }
}
