using System.Text.RegularExpressions;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>A rule that says of the texts that a query finds which value a variable has.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Value">The value.</param>
/// <param name="Query">The query.</param>
/// <param name="Section">The section that hits must lie in; null for anywhere.</param>
/// <param name="IsFirst">True to ask it before the variable's other rules; of those that give one value the first that finds something decides.</param>
internal sealed record NewRule(string Variable, string Value, string Query, string? Section, bool IsFirst);

/// <summary>
/// Writes a rule into the text of a codebook, and leaves every other character as it stands, comments too. What comes out is read again: it must have
/// just one rule more than before, else nothing is given.
/// </summary>
internal static partial class RuleInsertion
{
    /// <summary>The text with the rule.</summary>
    /// <param name="text">The codebook.</param>
    /// <param name="name">How problems name it.</param>
    /// <param name="folder">Folder that its lists lie under.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="UsageException">The codebook has faults, the rule has, or the variable is written in a form that can't be added to here.</exception>
    public static string With(string text, string name, string? folder, NewRule rule)
    {
        var problems = new List<Problem>();
        var before = Codebook.Parse(text, name, problems, folder) ?? throw new UsageException("COD130", "The codebook has faults, so that no rule can be added.", "Mend what is listed.", problems);
        var file = YamlFile.Parse(text, Codebook.Shape, name).Root;
        var (key, variable) = file?.Map("variables")?.Entries.Where(e => e.Key.Text == rule.Variable).Select(e => (e.Key, e.Value as YamlMap)).FirstOrDefault() ?? default;
        if (variable is null || variable.Entries.Count == 0)
        {
            throw NotEditable(rule.Variable);
        }

        var lines = Lines(text);
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var after = Insert(lines, key, variable, rule, end);
        var faults = new List<Problem>();
        return Codebook.Parse(after, name, faults, folder) is not { } now
            ? throw new UsageException("COD130", "That makes no rule.", "Mend what is listed.", [.. faults.Where(f => f.Severity == Severity.Error)])
            : IsOneMore(before, now, rule) ? after : throw NotEditable(rule.Variable);
    }

    private static string Insert(List<string> lines, YamlScalar key, YamlMap variable, NewRule rule, string end)
    {
        var indent = variable.Entries[0].Key.Column - 1;
        if (variable.Entries[0].Key.Line == key.Line || !IsBlank(lines[variable.Entries[0].Key.Line - 1][..indent]))
        {
            throw NotEditable(rule.Variable);
        }

        if (variable.Entries.FirstOrDefault(e => e.Key.Text == "rules") is not { } rules)
        {
            var behind = EndOf(lines, key.Line, key.Column - 1);
            Finish(lines, behind, end);
            lines.Insert(behind, $"{new string(' ', indent)}rules:{end}{Written(rule, indent + 2, end)}");
            return string.Concat(lines);
        }

        if (rules.Value is not YamlList { Items: [YamlMap first, ..] items })
        {
            throw NotEditable(rule.Variable);
        }

        var line = lines[first.Line - 1];
        var dash = line.LastIndexOf('-', Math.Max(0, first.Column - 2));
        if (dash < 0 || !IsBlank(line[..dash]) || !IsBlank(line[(dash + 1)..(first.Column - 1)]))
        {
            throw NotEditable(rule.Variable);
        }

        var at = rule.IsFirst ? first.Line - 1 : EndOf(lines, items[^1].Line, dash);
        Finish(lines, at, end);
        lines.Insert(at, Written(rule, dash, end));
        return string.Concat(lines);
    }

    /// <summary>Number of the line behind all that is deeper than <paramref name="indent"/>, without the blank and comment lines at its end.</summary>
    private static int EndOf(List<string> lines, int from, int indent)
    {
        var end = from;
        for (var i = from; i < lines.Count; i++)
        {
            var content = lines[i].TrimStart(' ');
            if (IsBlank(content) || content[0] == '#')
            {
                continue;
            }

            if (lines[i].Length - content.Length <= indent)
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }

    private static void Finish(List<string> lines, int at, string end)
    {
        if (at > 0 && !lines[at - 1].EndsWith('\n'))
        {
            lines[at - 1] += end;
        }
    }

    private static string Written(NewRule rule, int indent, string end)
    {
        var space = new string(' ', indent);
        return $"{space}- value: {Quoted(rule.Value)}{end}{space}  when: {Quoted(rule.Query)}{end}{(rule.Section is null ? "" : $"{space}  in: {rule.Section}{end}")}";
    }

    /// <summary>A word as it is; else between single quotes, in which only they themselves are doubled.</summary>
    private static string Quoted(string text) => Word().IsMatch(text) ? text : $"'{OneLine().Replace(text.Trim(), " ").Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsOneMore(Codebook before, Codebook now, NewRule rule)
    {
        var (one, other) = (before.Parts.Variables, now.Parts.Variables);
        return before.ShapeHash == now.ShapeHash && one.Select(v => v.DefinitionHash).SequenceEqual(other.Select(v => v.DefinitionHash))
            && one.Zip(other).All(p => p.First.Variable.Name != rule.Variable
                ? p.First.Rules.Select(r => r.Version).SequenceEqual(p.Second.Rules.Select(r => r.Version))
                : (rule.IsFirst ? p.Second.Rules.Skip(1) : p.Second.Rules.SkipLast(1)).Select(r => r.Version).SequenceEqual(p.First.Rules.Select(r => r.Version)));
    }

    private static bool IsBlank(string text) => text.All(char.IsWhiteSpace);

    /// <summary>Lines with their ends.</summary>
    private static List<string> Lines(string text) => [.. Line().Matches(text).Select(m => m.Value)];

    private static UsageException NotEditable(string variable) => new(
        "COD131", $"The rules of '{variable}' are written in a form that can't be added to here.", "Write each rule of the variable on lines of its own, or add this one in an editor.");

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex OneLine();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
