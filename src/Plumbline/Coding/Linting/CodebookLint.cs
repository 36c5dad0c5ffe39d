using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;

namespace Plumbline.Coding.Linting;

/// <summary>
/// Rules that are written rightly and still can't do what they should: that never find anything, that never get their turn,
/// that take another value's texts, that no example holds. Looks at the codebook alone.
/// </summary>
public static class CodebookLint
{
    private const int MostDoubles = 50;

    /// <summary>All findings, in the order of the file.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="text">Its file, for the lines that findings show.</param>
    public static IReadOnlyList<Problem> Run(Codebook codebook, string text)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(text);
        var findings = new LintFindings(codebook.ShownName, text);
        var logic = new QueryLogic();
        foreach (var variable in codebook.Parts.Variables)
        {
            foreach (var rule in variable.Rules)
            {
                CheckRule(rule, codebook, logic, findings);
            }

            CheckShadows(variable, logic, findings);
            CheckSilence(variable, findings);
            CheckExamples(variable, codebook, findings);
        }

        foreach (var variable in codebook.Parts.Variables.Where(v => v.Names is not null).DistinctBy(v => (v.ListPath, v.Names!.Hash)))
        {
            CheckNames(variable, findings);
        }

        return findings.All;
    }

    private static void CheckRule(CodingRule rule, Codebook codebook, QueryLogic logic, LintFindings findings)
    {
        if (rule.Examples.Count == 0)
        {
            findings.NoExample(rule);
        }

        if (rule.Queries.Count == 0)
        {
            return;
        }

        if (rule.Queries.All(q => logic.IsNever(q.Root)))
        {
            findings.Never(rule, "its query asks for what it excludes");
        }
        else if (rule.Unless.FirstOrDefault(u => rule.Queries.All(q => u.Reach == Reach.Section ? logic.Implies(q.Root, u.Query.Root) : rule.Reader is null && logic.Contains(q.Root, u.Query.Root))) is { } covers)
        {
            findings.Never(rule, $"`unless` {Short(covers.Query.Text)} forbids every hit");
        }
        else if (rule.In.Count > 0 && rule.Queries.All(q => OutOfReach(q.Root, rule.In, codebook)))
        {
            findings.Never(rule, "its query asks for a section that is not among `in`");
        }
    }

    /// <summary>Sections with a start or heading of their own never share a word.</summary>
    private static bool OutOfReach(QueryNode node, IReadOnlyList<string> places, Codebook codebook) => node switch
    {
        SectionNode s => IsMain(s.Name, codebook) && places.All(p => p != s.Name && IsMain(p, codebook)),
        OrNode or => or.Items.All(i => OutOfReach(i, places, codebook)),
        AndNode and => and.Items.Any(i => OutOfReach(i, places, codebook)),
        _ => false,
    };

    private static bool IsMain(string section, Codebook codebook) => codebook.Parts.Sections.Any(x => x.Name == section && x.IsMain);

    private static void CheckShadows(VariableRules variable, QueryLogic logic, LintFindings findings)
    {
        for (var later = 1; later < variable.Rules.Count; later++)
        {
            var rule = variable.Rules[later];
            var shadow = variable.Rules.Take(later).FirstOrDefault(r => Shadows(r, rule, variable.Variable, logic));
            if (shadow is not null)
            {
                findings.Shadowed(rule, shadow);
            }
        }
    }

    /// <summary>True when the earlier rule finds something wherever the later one does.</summary>
    private static bool Shadows(CodingRule earlier, CodingRule later, Variable variable, QueryLogic logic) =>
        earlier.Reader is null && later.Reader is null
        && (!variable.Multiple || later.IsOtherwise || Equals(earlier.Value, later.Value))
        && (earlier.In.Count == 0 || (later.In.Count > 0 && later.In.All(earlier.In.Contains)))
        // A wider place lets an `unless` see more.
        && (earlier.Unless.All(u => u.Reach != Reach.Section) || earlier.In.ToHashSet().SetEquals(later.In))
        && earlier.Unless.All(u => later.Unless.Any(l => Forbids(l, u, logic)))
        && later.Queries.All(q => earlier.Queries.Any(w => earlier.Unless.All(u => u.Reach == Reach.Section) ? logic.Implies(q.Root, w.Root) : q.Text == w.Text));

    /// <summary>True when an `unless` forbids all that another one does.</summary>
    private static bool Forbids(Unless wide, Unless narrow, QueryLogic logic) =>
        (wide.Reach == narrow.Reach && wide.Words >= narrow.Words && (wide.Query.Text == narrow.Query.Text || logic.Contains(narrow.Query.Root, wide.Query.Root)))
        || (wide.Reach == Reach.Section && logic.Implies(narrow.Query.Root, wide.Query.Root));

    private static void CheckSilence(VariableRules variable, LintFindings findings)
    {
        if (variable.Silence is { } silence && variable.Rules.Count > 0 && variable.Rules[^1] is { Reader: null, Value: { } last } rule && last == silence)
        {
            findings.SameAsSilence(rule, silence.Text);
        }
    }

    private static void CheckExamples(VariableRules variable, Codebook codebook, LintFindings findings)
    {
        foreach (var (rule, at) in variable.Variable.Multiple ? [] : variable.Rules.Select((r, i) => (r, i)))
        {
            foreach (var example in rule.Examples.Where(e => e.Matches))
            {
                var taker = variable.Rules.Take(at).FirstOrDefault(r =>
                    (rule.Reader is null || r.Reader is null) && !SameOutcome(r, rule) && ExampleRun.Find(r, variable.Variable, example.Text, codebook) is not null);
                if (taker is not null)
                {
                    findings.Taken(rule, taker, example);
                }
            }
        }
    }

    private static void CheckNames(VariableRules variable, LintFindings findings)
    {
        foreach (var (entry, other) in variable.Names!.Doubles().Take(MostDoubles))
        {
            findings.DoubleName(variable.ListPath!, entry, other);
        }
    }

    /// <summary>True when two rules without a reader say the same.</summary>
    internal static bool SameOutcome(CodingRule one, CodingRule other) =>
        one.Reader is null && other.Reader is null && Equals(one.Value, other.Value) && one.Status == other.Status;

    internal static string Short(string text) => text.Length <= 50 ? text : text[..47] + "...";
}
