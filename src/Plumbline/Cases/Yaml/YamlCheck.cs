using System.Globalization;
using System.Text.RegularExpressions;

namespace Plumbline.Cases.Yaml;

/// <summary>Checks a tree against a shape and reports every fault.</summary>
internal static class YamlCheck
{
    /// <summary>A pattern of ours on a text of theirs: never longer than this.</summary>
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    public static void Check(YamlNode node, YamlShape shape, string name, YamlFaults faults)
    {
        switch (shape, node)
        {
            case (EitherShape either, _):
                var fitting = either.Shapes.FirstOrDefault(s => SameKind(s, node));
                if (fitting is null)
                {
                    Wrong(node, shape, name, faults);
                    return;
                }

                Check(node, fitting, name, faults);
                return;
            case (MapShape map, YamlMap tree):
                CheckMap(tree, map, name, faults);
                return;
            case (NamedShape named, YamlMap tree):
                CheckNamed(tree, named, name, faults);
                return;
            case (ListShape list, YamlList tree):
                foreach (var item in tree.Items)
                {
                    Check(item, list.Item, name, faults);
                }

                return;
            case (ListShape { OrOne: true } list, _):
                Check(node, list.Item, name, faults);
                return;
            case (TextShape text, YamlScalar scalar) when text.Pattern is null || Fits(scalar.Text, text.Pattern):
            case (IntegerShape whole, YamlScalar number)
                when int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) && i >= whole.Min && i <= whole.Max:
            case (NumberShape, YamlScalar point)
                when decimal.TryParse(point.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _):
            case (FlagShape, YamlScalar { Text: "true" or "false" or "yes" or "no" }):
                return;
            case (ChoiceShape choice, YamlScalar word):
                if (!choice.Words.Contains(word.Text))
                {
                    var guess = Guess.Nearest(word.Text, choice.Words);
                    faults.Add("YML012", $"'{Short(word.Text)}' is not a value of '{name}'.", guess is null ? $"Write {choice.Expected}." : $"Did you mean {guess}? It must be {choice.Expected}.", node);
                }

                return;
            default:
                Wrong(node, shape, name, faults);
                return;
        }
    }

    private static void CheckMap(YamlMap tree, MapShape shape, string name, YamlFaults faults)
    {
        foreach (var (key, value) in tree.Entries)
        {
            var known = shape.Keys.FirstOrDefault(k => k.Name == key.Text);
            if (known is null)
            {
                var guess = Guess.Nearest(key.Text, shape.Keys.Select(k => k.Name));
                var where = name.Length == 0 ? "here" : $"under '{name}'";
                faults.Add(
                    "YML010",
                    $"The key '{Short(key.Text)}' is not known {where}.",
                    guess is null ? $"Known keys: {string.Join(", ", shape.Keys.Select(k => k.Name))}." : $"Did you mean '{guess}'?",
                    key);
            }
            else if (value is YamlScalar { IsNull: true })
            {
                if (known.Required)
                {
                    faults.Add("YML013", $"'{key.Text}' has no value.", $"Write {known.Shape.Expected}.", key);
                }
            }
            else
            {
                Check(value, known.Shape, key.Text, faults);
            }
        }

        foreach (var missing in shape.Keys.Where(k => k.Required && tree.Entries.All(e => e.Key.Text != k.Name)))
        {
            faults.Add("YML011", $"The key '{missing.Name}' is missing{(name.Length == 0 ? "" : $" under '{name}'")}.", $"Add {missing.Name}: {missing.Shape.Expected}.", tree);
        }
    }

    private static void CheckNamed(YamlMap tree, NamedShape shape, string name, YamlFaults faults)
    {
        foreach (var (key, value) in tree.Entries)
        {
            if (!Fits(key.Text, shape.KeyPattern))
            {
                faults.Add("YML014", $"'{Short(key.Text)}' can't be a name{(name.Length == 0 ? "" : $" under '{name}'")}.", $"Use {shape.KeyWords}.", key);
            }

            // An empty value stands for an empty map or text; a required key inside reports itself.
            Check(value is YamlScalar { IsNull: true } && shape.Value is MapShape ? new YamlMap([], key.Line, key.Column) : value, shape.Value, key.Text, faults);
        }
    }

    private static void Wrong(YamlNode node, YamlShape shape, string name, YamlFaults faults)
    {
        var found = node switch { YamlMap => "a map", YamlList => "a list", YamlScalar s => $"'{Short(s.Text)}'", _ => "nothing" };
        faults.Add("YML012", $"{found} can't be the value of {(name.Length == 0 ? "the file" : $"'{name}'")}.", $"Write {shape.Expected}.", node);
    }

    private static bool SameKind(YamlShape shape, YamlNode node) => (shape, node) switch
    {
        (MapShape or NamedShape, YamlMap) => true,
        (ListShape, YamlList) => true,
        (MapShape or NamedShape or ListShape, _) => false,
        (_, YamlScalar) => true,
        _ => false,
    };

    private static bool Fits(string text, string pattern) =>
        Regex.IsMatch(text, $"^(?:{pattern})\\z", RegexOptions.CultureInvariant, PatternTime);

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
