using Plumbline.Cases.Yaml;
using Plumbline.Coding.Sections;
using Plumbline.Coding.Sections.Learned;

namespace Plumbline.Coding.Codebooks;

/// <summary>Reads `sections`.</summary>
internal static class SectionReader
{
    public static void Read(YamlMap? sections, ReadingContext context)
    {
        foreach (var (key, value) in sections?.Entries ?? [])
        {
            if (value is not YamlMap map)
            {
                continue;
            }

            var starts = map.Items("starts");
            var atBeginning = starts is [YamlScalar { Text: "beginning" }];
            var paragraphs = context.Queries(map.Items("paragraphs"), allowSections: false);
            var rule = new SectionRule(
                key.Text,
                atBeginning,
                atBeginning ? [] : context.Queries(starts, allowSections: false),
                [.. map.Texts("heading").Select(h => h.ToUpperInvariant())],
                map.Flag("last"),
                context.Queries(map.Items("ends"), allowSections: false),
                paragraphs,
                map.Text("in") ?? (paragraphs.Count > 0 ? key.Text : null),
                Learned(key, map, context));
            if (!rule.IsMain && map["learned"] is null && (rule.Paragraphs.Count == 0 || map["in"] is null) && starts.Count == 0)
            {
                context.Faults.WrongSection(key, $"Nothing says where the section '{key.Text}' is.", "Write starts: or heading:, paragraphs: together with in:, or learned:.");
            }

            foreach (var heading in map.Items("heading").OfType<YamlScalar>().Where(h => h.Text.Length == 0 || !h.Text.All(char.IsLetter)))
            {
                context.Faults.WrongSection(heading, "A heading is one word of letters.", "Write the word without spaces; letter-spaced ones are found too.");
            }

            context.Sections.Add(rule);
        }

        foreach (var (key, value) in sections?.Entries ?? [])
        {
            if (value is YamlMap map && map["in"] is YamlScalar name
                && !context.Sections.Exists(s => s.Name == name.Text && s.IsMain))
            {
                context.Faults.UnknownSection(name, name.Text, context.Sections.Where(s => s.IsMain).Select(s => s.Name));
            }
        }
    }

    private static SectionModel? Learned(YamlScalar key, YamlMap map, ReadingContext context)
    {
        if (map["learned"] is not YamlScalar name)
        {
            return null;
        }

        var model = SectionModel.Find(name.Text);
        if (map.Entries.Count > 1)
        {
            context.Faults.WrongSection(key, "A learned section is found by its model alone.", "Take the other keys out.");
        }
        else if (model is null)
        {
            context.Faults.WrongSection(name, $"There is no model '{name.Text}'.", $"Models are: {string.Join(", ", SectionModel.Names)}.");
        }
        else if (model.MarkOf(key.Text) < 1)
        {
            context.Faults.WrongSection(key, $"The model '{name.Text}' does not mark '{key.Text}'.", $"It marks: {string.Join(", ", model.Marks.Skip(1))}.");
        }

        return model;
    }
}
