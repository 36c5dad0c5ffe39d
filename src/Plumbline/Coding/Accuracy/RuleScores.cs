using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;

namespace Plumbline.Coding.Accuracy;

/// <summary>A value that came out wrong, or did not come out.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Rule">The rule that decided; null where none found anything.</param>
/// <param name="Name">The text.</param>
/// <param name="Right">What is right.</param>
/// <param name="Found">What came out.</param>
/// <param name="Evidence">Where the wrong one stands, or null. Words of a document.</param>
internal sealed record RuleMiss(string Variable, string? Rule, string Name, string Right, string Found, TextSelector? Evidence);

/// <summary>How a rule came out.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Rule">The rule; null for all rules of the variable together.</param>
/// <param name="Precision">Of the values that it gave, those that are right.</param>
/// <param name="Recall">Of the right values that it could give, those that it gave.</param>
internal sealed record RuleScore(string Variable, string? Rule, Share Precision, Share Recall);

/// <summary>Scores the rules of a codebook on texts of which values are known, each rule for what it decided.</summary>
internal sealed class RuleScores
{
    private readonly Codebook codebook;
    private readonly Dictionary<string, (int Right, int Gave)> gave = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Variable, string Value), int> known = [];

    private RuleScores(Codebook codebook) => this.codebook = codebook;

    /// <summary>Number of texts.</summary>
    public int Texts { get; private set; }

    /// <summary>All misses, in the order of the texts.</summary>
    public List<RuleMiss> Misses { get; } = [];

    public static RuleScores Of(Codebook codebook, IEnumerable<RuleLabel> labels)
    {
        var scores = new RuleScores(codebook);
        foreach (var label in labels)
        {
            scores.Add(label);
        }

        return scores;
    }

    /// <summary>A line for each rule of a variable with labels, and one for the variable.</summary>
    public IReadOnlyList<RuleScore> Lines()
    {
        var lines = new List<RuleScore>();
        foreach (var rules in codebook.Parts.Variables)
        {
            var positives = known.Where(k => k.Key.Variable == rules.Variable.Name).ToList();
            var all = positives.Sum(p => p.Value);
            var given = rules.Rules.Select(r => (Rule: r, Score: gave.GetValueOrDefault(r.Name))).ToList();
            if (all == 0 && given.TrueForAll(g => g.Score.Gave == 0))
            {
                continue;
            }

            lines.Add(new RuleScore(rules.Variable.Name, null, new Share(given.Sum(g => g.Score.Right), given.Sum(g => g.Score.Gave)), new Share(given.Sum(g => g.Score.Right), all)));
            foreach (var (rule, score) in given.Where(g => g.Rule.Status is null))
            {
                var could = rule.Value is { } value ? positives.Where(p => p.Key.Value == AccuracyRun.Comparable(value.Text, rules.Variable)).Sum(p => p.Value) : all;
                lines.Add(new RuleScore(rules.Variable.Name, rule.Name, new Share(score.Right, score.Gave), new Share(score.Right, could)));
            }
        }

        return lines;
    }

    private void Add(RuleLabel label)
    {
        Texts++;
        var codings = AccuracyRun.Code(label.Text, codebook).Codings;
        foreach (var rules in codebook.Parts.Variables.Where(v => label.Truth.ContainsKey(v.Variable.Name)))
        {
            Add(label, rules, codings.FindAll(c => c.Variable == rules.Variable.Name));
        }
    }

    private void Add(RuleLabel label, VariableRules rules, List<Evidence.Coding> codings)
    {
        var variable = rules.Variable;
        var right = label.Truth[variable.Name].Select(v => AccuracyRun.Comparable(v, variable)).Where(v => v != variable.Silence).Distinct().ToList();
        right.ForEach(v => known[(variable.Name, v)] = known.GetValueOrDefault((variable.Name, v)) + 1);
        var found = new List<string>();
        var shown = right.Count > 0 ? string.Join(", ", right) : variable.Silence ?? Status.NotStated.Word();
        foreach (var coding in codings.Where(c => c.Value is not null && rules.Rules.Any(r => r.Name == c.Coder.Name)))
        {
            var value = AccuracyRun.Comparable(coding.Value!.Value.Text, variable);
            var isRight = right.Contains(value) || (value == variable.Silence && right.Count == 0);
            if (value != variable.Silence)
            {
                var (rights, all) = gave.GetValueOrDefault(coding.Coder.Name);
                gave[coding.Coder.Name] = (rights + (isRight ? 1 : 0), all + 1);
            }

            found.Add(value);
            if (!isRight)
            {
                Misses.Add(new RuleMiss(variable.Name, coding.Coder.Name, label.Name, shown, coding.Value.Value.Text, coding.Evidence as TextSelector));
            }
        }

        // A wrong value of one variable is told once: not again as the right one that is missing.
        if ((variable.Multiple || found.Count == 0) && right.Except(found).ToList() is { Count: > 0 } missing)
        {
            var instead = codings.Find(c => c.Status != Status.Stated || c.Value is { } v && v.Text == variable.Silence);
            Misses.Add(new RuleMiss(
                variable.Name, rules.Rules.Any(r => r.Name == instead?.Coder.Name) ? instead!.Coder.Name : null, label.Name,
                string.Join(", ", missing), instead?.Value?.Text ?? instead?.Status.Word() ?? "nothing", instead?.Evidence as TextSelector));
        }
    }
}
