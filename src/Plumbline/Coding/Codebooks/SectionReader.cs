using Plumbline.Cases.Yaml;
using Plumbline.Coding.Sections;

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
                map.Text("in") ?? (paragraphs.Count > 0 ? key.Text : null));
            if (!rule.IsMain && (rule.Paragraphs.Count == 0 || map["in"] is null) && starts.Count == 0)
            {
                context.Faults.WrongSection(key, $"Nothing says where the section '{key.Text}' is.", "Write starts: or heading:, or paragraphs: together with in:.");
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
}
