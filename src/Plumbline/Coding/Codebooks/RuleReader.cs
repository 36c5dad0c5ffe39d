using System.Globalization;
using Plumbline.Cases.Yaml;
using Plumbline.Coding.Values;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>Reads the `rules` of a variable.</summary>
internal static class RuleReader
{
    private const int DefaultWords = 12;

    public static IReadOnlyList<CodingRule> Read(YamlMap variableMap, Variable variable, ReadingContext context)
    {
        var rules = new List<CodingRule>();
        foreach (var map in variableMap.Items("rules").OfType<YamlMap>())
        {
            var rule = map["read"] is YamlScalar reader ? ReadReader(map, reader, variable, context) : ReadHit(map, variable, context);
            if (rule is null)
            {
                continue;
            }

            foreach (var section in map.Items("in").OfType<YamlScalar>().Where(s => !context.HasSection(s.Text)))
            {
                context.Faults.UnknownSection(section, section.Text, context.Sections.Select(s => s.Name));
            }

            rule = rule with
            {
                Name = Numbered(rules, $"{variable.Name}/{rule.Name}"),
                In = map.Texts("in"),
                Unless = ReadUnless(map, context),
                IsOtherwise = map.Flag("otherwise"),
                IsCertain = map.Flag("certain"),
                Place = new FilePlace(map.Line, map.Column),
                Examples = ExampleReader.OfRule(map, variable, context),
            };
            if (map["otherwise"] is { } otherwise && !variable.Multiple)
            {
                context.Faults.WrongRule(otherwise, "`otherwise` goes with `multiple` only.", "Take it out: with one value a rule only runs where those before it found nothing.");
            }

            rules.Add(rule with { Version = CodebookHash.OfRule(rule) });
        }

        return rules;
    }

    private static CodingRule? ReadHit(YamlMap map, Variable variable, ReadingContext context)
    {
        foreach (var key in (string[])["at", "within", "side", "pick"])
        {
            if (map[key] is { } node)
            {
                context.Faults.WrongRule(node, $"`{key}` goes with `read` only.", "Use when: for what a hit means.");
            }
        }

        if ((map["value"] is null) == (map["status"] is null) || map["when"] is null)
        {
            context.Faults.WrongRule(map, "A rule needs `read`, or `when` with one of `value` and `status`.", "For example: {value: yes, when: видеозапись}.");
            return null;
        }

        var queries = context.Queries(map.Items("when"));
        if (map["status"] is YamlScalar word)
        {
            return StatusNames.TryParse(word.Text, out var status) && status is not (Status.Stated or Status.NotCoded or Status.Disputed)
                ? new CodingRule { Name = word.Text, Version = "", Status = status, Queries = queries }
                : null;
        }

        var text = map.Text("value") ?? "";
        if (CodedValue.TryParse(text, variable, out var value, out var fault))
        {
            return new CodingRule { Name = value.Text, Version = "", Value = value, Queries = queries };
        }

        context.Faults.WrongValue(map["value"]!, variable.Name, text, fault, VariableReader.Words(variable));
        return null;
    }

    private static CodingRule? ReadReader(YamlMap map, YamlScalar name, Variable variable, ReadingContext context)
    {
        foreach (var key in (string[])["value", "status", "when"])
        {
            if (map[key] is { } node)
            {
                context.Faults.WrongRule(node, $"`{key}` does not go with `read`.", "Make two rules of it; near what to read is said by at:.");
            }
        }

        if (ValueReaders.Find(name.Text) is not { } reader)
        {
            context.Faults.UnknownReader(name, name.Text, ValueReaders.All.Select(r => r.Name));
            return null;
        }

        if (!Fits(reader.Type, variable.Type))
        {
            context.Faults.WrongReader(name, name.Text, reader.Type.Word(), variable.Type.Word());
        }

        var within = map.Text("within");
        var reach = within switch { "sentence" => Reach.Sentence, "paragraph" => Reach.Paragraph, "section" => Reach.Section, _ => Reach.Words };
        if (map["at"] is null && (map["within"] ?? map["side"]) is { } stray)
        {
            context.Faults.WrongRule(stray, "`within` and `side` say how far from a hit of `at`, and there is no `at`.", "Add at: with a query, or take them out.");
        }

        return new CodingRule
        {
            Name = reader.Name,
            Version = "",
            Reader = reader,
            Queries = context.Queries(map.Items("at")),
            Reach = map["at"] is null ? Reach.Section : reach,
            Words = reach == Reach.Words && int.TryParse(within, NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? words : DefaultWords,
            Side = map.Text("side") switch
            {
                "after" => Side.After,
                "before" => Side.Before,
                "both" => Side.Both,
                _ => reach == Reach.Words && map["at"] is not null ? Side.After : Side.Both,
            },
            Pick = map.Text("pick") switch { "first" => Pick.First, "last" => Pick.Last, "largest" => Pick.Largest, "smallest" => Pick.Smallest, "fullest" => Pick.Fullest, _ => Pick.All },
        };
    }

    /// <summary>What a reader gives can be a value of the variable, as it stands or made into one.</summary>
    private static bool Fits(VariableType given, VariableType wanted) => given == wanted || (given, wanted) switch
    {
        (VariableType.Integer, VariableType.Number) => true,
        (VariableType.Text or VariableType.Entity, VariableType.Text or VariableType.Entity) => true,
        _ => false,
    };

    private static List<Unless> ReadUnless(YamlMap map, ReadingContext context)
    {
        var all = new List<Unless>();
        foreach (var node in map.Items("unless").OfType<YamlScalar>())
        {
            var (reach, words, from) = Nearness(node.Text);
            if (context.Query(node, from) is { } query)
            {
                all.Add(new Unless(query, reach, words));
            }
        }

        return all;
    }

    /// <summary>`w/s` or `w/5` at the head of an `unless`, and where the query behind it starts.</summary>
    private static (Reach Reach, int Words, int From) Nearness(string text)
    {
        var space = text.IndexOf(' ');
        if (space < 3 || !text.StartsWith("w/", StringComparison.OrdinalIgnoreCase))
        {
            return (Reach.Section, 0, 0);
        }

        var word = text[2..space];
        return word is "s" or "S" ? (Reach.Sentence, 0, space + 1)
            : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words is > 0 and < 10_000 ? (Reach.Words, words, space + 1)
            : (Reach.Section, 0, 0);
    }

    private static string Numbered(List<CodingRule> rules, string name)
    {
        var number = rules.Count(r => r.Name == name || r.Name.StartsWith(name + "#", StringComparison.Ordinal));
        return number == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{number + 1}");
    }
}
