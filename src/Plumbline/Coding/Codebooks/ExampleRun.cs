using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>An example that came out otherwise.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Rule">The rule, or null for an example of the variable.</param>
/// <param name="Example">The example.</param>
/// <param name="Found">What came out: a value, the word of a status, or null for nothing.</param>
internal sealed record ExampleMiss(string Variable, string? Rule, CodingExample Example, string? Found);

/// <summary>Runs rules over texts in memory, as examples want it: the text lies in every section that the rule asks for.</summary>
internal static class ExampleRun
{
    /// <summary>All examples of a codebook that came out otherwise, in the order of the file.</summary>
    public static IReadOnlyList<ExampleMiss> Misses(Codebook codebook)
    {
        var misses = new List<ExampleMiss>();
        foreach (var rules in codebook.Parts.Variables)
        {
            foreach (var rule in rules.Rules)
            {
                foreach (var example in rule.Examples)
                {
                    var found = Find(rule, rules.Variable, example.Text, codebook);
                    if (example.Matches ? found is null || (example.Expected is { } value && found != Official(rules, value)) : found is not null)
                    {
                        misses.Add(new ExampleMiss(rules.Variable.Name, rule.Name, example, found));
                    }
                }
            }

            misses.AddRange(rules.Examples
                .Select(e => new ExampleMiss(rules.Variable.Name, null, e, Code(rules.Variable, e, codebook)))
                .Where(m => m.Found != Official(rules, m.Example.Expected!)));
        }

        return [.. misses.OrderBy(m => m.Example.Place.Line).ThenBy(m => m.Example.Place.Column)];
    }

    /// <summary>Number of examples.</summary>
    public static int Count(Codebook codebook) => codebook.Parts.Variables.Sum(v => v.Examples.Count + v.Rules.Sum(r => r.Examples.Count));

    /// <summary>What a rule alone makes of a text: a value, the word of a status, or null for nothing.</summary>
    public static string? Find(CodingRule rule, Variable variable, string text, Codebook codebook)
    {
        var (tokens, vocabulary) = TextTokens.Of(text);
        var all = new TokenRange(0, tokens.Count);
        var zones = new QueryZones([]);
        var compiled = CompiledRule.Of(rule, zones);
        zones.Compile(vocabulary);
        zones.Evaluate(tokens, all, [.. codebook.Sections.Select(s => new SectionRange(s, all))]);
        var run = new RuleRun();
        run.Enter(text, tokens, all);
        var findings = new List<Finding>();
        run.Find(compiled, variable.Type, variable.Currency, findings);
        if (findings.Count == 0)
        {
            return null;
        }

        if (rule.Reader is null)
        {
            return rule.Status is { } status ? status.Word() : codebook.Official(variable.Name, rule.Value!.Value).Text;
        }

        if (variable.Multiple && rule.Pick != Pick.All && findings.Count > 1)
        {
            Deciding.PickOne(rule.Pick, findings, 0);
        }

        var (outcome, names) = (new Outcome(), codebook.Rules(variable.Name).Names);
        if (variable.Multiple)
        {
            Deciding.Several(findings, names, outcome);
        }
        else
        {
            Deciding.One(rule, findings, names, outcome);
        }

        return outcome.Status == Status.Stated ? string.Join(", ", outcome.Values.Select(v => v.Text)) : outcome.Status.Word();
    }

    private static string Official(VariableRules rules, string expected) => rules.Names?.Official(expected) ?? expected;

    /// <summary>What all rules of a variable make of an example, without its `if`.</summary>
    private static string? Code(Variable variable, CodingExample example, Codebook codebook)
    {
        var (tokens, vocabulary) = TextTokens.Of(example.Text);
        var all = new TokenRange(0, tokens.Count);
        var codings = new List<Evidence.Coding>();
        new TextCoder(codebook, vocabulary, [variable.Name], withConditions: false).Code(
            new TextMember(new UnitId("0"), example.Text, tokens, all, IsWhole: true, []),
            example.In.Count == 0 ? null : [.. example.In.Select(s => new SectionRange(s, all))],
            codings);
        var stated = codings.FindAll(c => c.Status == Status.Stated);
        return codings.Count == 0 ? null : stated.Count == 0 ? codings[0].Status.Word() : string.Join(", ", stated.Select(c => c.Value!.Value.Text));
    }
}
