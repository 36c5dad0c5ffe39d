using System.Globalization;
using Plumbline.Cases.Yaml;
using Plumbline.Coding.Names;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>Reads `variables`.</summary>
internal static class VariableReader
{
    public static IReadOnlyList<VariableRules> Read(YamlMap? tree, ReadingContext context)
    {
        var definitions = new List<(YamlEntry Entry, YamlMap Map, Variable Variable)>();
        foreach (var entry in tree?.Entries ?? [])
        {
            if (entry.Value is YamlMap map && ReadDefinition(entry.Key, map, context) is { } variable)
            {
                definitions.Add((entry, map, variable));
            }
        }

        var known = definitions.ToDictionary(d => d.Variable.Name, d => d.Variable, StringComparer.Ordinal);
        var named = definitions.ToDictionary(d => d.Variable.Name, d => NamesReader.Read(d.Map, d.Variable, context), StringComparer.Ordinal);
        var all = definitions.Select(d => new VariableRules
        {
            Variable = d.Variable,
            DefinitionHash = d.Variable.ComputeDefinitionHash(),
            Rules = Versioned(RuleReader.Read(d.Map, d.Variable, context), named[d.Variable.Name]?.Names),
            Place = new FilePlace(d.Entry.Key.Line, d.Entry.Key.Column),
            Examples = ExampleReader.OfVariable(d.Map, d.Variable, context),
            Conditions = ReadConditions(d.Map, known, named, context),
            Silence = d.Variable.Silence is { } silence && CodedValue.TryParse(silence, d.Variable, out var value, out _) ? value : null,
            Columns = d.Map.Texts("column"),
            Format = ReadFormat(d.Map, d.Variable, context),
            Names = named[d.Variable.Name]?.Names,
            ListPath = named[d.Variable.Name]?.Path,
            ListPlace = d.Map["names"] is { } list ? new FilePlace(list.Line, list.Column) : default,
            Cells = ReadCells(d.Map, d.Variable, context),
        }).ToList();
        CheckCycles(definitions.Select(d => (d.Entry.Key, d.Variable.Name)), all, context);
        return all;
    }

    /// <summary>What a list makes of a value is part of what a rule gives.</summary>
    private static IReadOnlyList<CodingRule> Versioned(IReadOnlyList<CodingRule> rules, NameList? names) =>
        names is null ? rules : [.. rules.Select(r => r with { Version = CodebookHash.OfNamed(r.Version, names.Hash) })];

    private static Variable? ReadDefinition(YamlScalar key, YamlMap map, ReadingContext context)
    {
        var type = VariableTypeNames.All.ToList().IndexOf(map.Text("type") ?? "");
        if (type < 0)
        {
            return null; // The shape has told.
        }

        var variable = new Variable
        {
            Name = key.Text,
            Type = (VariableType)type,
            Multiple = map.Flag("multiple"),
            Label = map.Text("label") ?? "",
            Instructions = map.Text("instructions") ?? "",
            Values = [.. (map.Map("values")?.Entries ?? []).Select(Value)],
            Currency = map.Text("currency"),
            Identity = map.Flag("identity"),
        };
        if ((variable.Type == VariableType.Category) != (variable.Values.Count > 0))
        {
            context.Faults.WrongDefinition(
                map["values"] ?? key,
                variable.Type == VariableType.Category ? $"'{key.Text}' is a category without values." : "Only a category has values.",
                variable.Type == VariableType.Category ? "Add values: with a key and a label for each." : "Write type: category, or take values out.");
        }

        if (variable.Currency is not null && variable.Type != VariableType.Money)
        {
            context.Faults.WrongDefinition(map["currency"]!, "Only money has a currency.", "Write type: money, or take currency out.");
        }

        if (map["silence"] is not YamlScalar silence || silence.Text == "not-stated")
        {
            return variable;
        }

        if (variable.Multiple)
        {
            context.Faults.WrongDefinition(silence, "A variable with several values can't take one of silence.", "Write silence: not-stated.");
            return variable;
        }

        if (!CodedValue.TryParse(silence.Text, variable, out var value, out var fault))
        {
            context.Faults.WrongValue(silence, variable.Name, silence.Text, fault, Words(variable).Append("not-stated"));
            return variable;
        }

        return variable with { Silence = value.Text };
    }

    private static CategoryValue Value(YamlEntry entry) => entry.Value is YamlMap map
        ? new CategoryValue(entry.Key.Text, map.Text("label") ?? entry.Key.Text, map.Text("instructions") ?? "", map.Text("was"))
        : new CategoryValue(entry.Key.Text, entry.Value is YamlScalar { IsNull: false } label ? label.Text : entry.Key.Text);

    private static List<(string, IReadOnlyList<string>)> ReadConditions(
        YamlMap map, Dictionary<string, Variable> known, Dictionary<string, NamedList?> named, ReadingContext context)
    {
        var conditions = new List<(string, IReadOnlyList<string>)>();
        foreach (var (key, _) in map.Map("if")?.Entries ?? [])
        {
            if (!known.TryGetValue(key.Text, out var other))
            {
                if (!context.VariableNames.Contains(key.Text))
                {
                    context.Faults.UnknownVariable(key, key.Text, context.VariableNames);
                }

                continue;
            }

            var values = new List<string>();
            foreach (var word in map.Map("if")!.Items(key.Text).OfType<YamlScalar>())
            {
                if (CodedValue.TryParse(word.Text, other, out var value, out var fault))
                {
                    values.Add(named[other.Name]?.Names?.Official(value.Text) ?? value.Text);
                }
                else
                {
                    context.Faults.WrongValue(word, other.Name, word.Text, fault, Words(other));
                }
            }

            conditions.Add((key.Text, values));
        }

        return conditions;
    }

    private static string? ReadFormat(YamlMap map, Variable variable, ReadingContext context)
    {
        var format = map.Text("format");
        if (format is not null && variable.Type != VariableType.Date)
        {
            context.Faults.WrongDefinition(map["format"]!, "Only a date has a format.", "Write type: date, or take format out.");
        }
        else if (format is not null && !IsRoundTrip(format))
        {
            context.Faults.WrongDefinition(map["format"]!, "This date format names no whole day.", "Write one with day, month and year, such as dd/MM/yyyy.");
        }

        return format;
    }

    private static bool IsRoundTrip(string format)
    {
        try
        {
            var day = new DateOnly(2003, 12, 31);
            return DateTime.TryParseExact(
                new DateTime(day, new TimeOnly(13, 14)).ToString(format, CultureInfo.InvariantCulture),
                format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back) && DateOnly.FromDateTime(back) == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Dictionary<string, CodedValue> ReadCells(YamlMap map, Variable variable, ReadingContext context)
    {
        var cells = new Dictionary<string, CodedValue>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Map("cells")?.Entries ?? [])
        {
            if (node is not YamlScalar word)
            {
                continue;
            }

            if (CodedValue.TryParse(word.Text, variable, out var value, out var fault))
            {
                cells[key.Text.Trim()] = value;
            }
            else
            {
                context.Faults.WrongValue(word, variable.Name, word.Text, fault, Words(variable));
            }
        }

        return cells;
    }

    private static void CheckCycles(IEnumerable<(YamlScalar Key, string Name)> keys, List<VariableRules> all, ReadingContext context)
    {
        var byName = all.ToDictionary(v => v.Variable.Name, StringComparer.Ordinal);
        bool Reaches(string from, string to, HashSet<string> seen) => seen.Add(from)
            && byName[from].Conditions.Any(c => c.Variable == to || Reaches(c.Variable, to, seen));
        foreach (var (key, name) in keys.Where(k => Reaches(k.Name, k.Name, [])))
        {
            context.Faults.Cycle(key, name);
        }
    }

    /// <summary>Words a value can be, for guesses.</summary>
    internal static IEnumerable<string> Words(Variable variable) =>
        variable.Type == VariableType.YesNo ? ["yes", "no"] : variable.Values.Select(v => v.Key);
}
