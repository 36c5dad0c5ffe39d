using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>Codes one variable of one text after another: finds, decides, writes codings. Not thread safe.</summary>
internal sealed class VariableCoder
{
    private readonly VariableRules rules;
    private readonly CompiledRule[] compiled;
    private readonly (VariableCoder Coder, IReadOnlyList<string> Values)[] conditions;
    private readonly string[] needed;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<CodingRule, Coder> coders = new(ReferenceEqualityComparer.Instance);
    private readonly Coder silence;
    private readonly Coder condition;
    private readonly SilenceSelector searched;
    private readonly SilenceSelector searchedInPart;
    private bool isLost;

    public VariableCoder(
        VariableRules rules, CompiledRule[] compiled, Codebook codebook,
        (VariableCoder, IReadOnlyList<string>)[] conditions, bool isWanted)
    {
        this.rules = rules;
        this.compiled = compiled;
        this.conditions = conditions;
        IsWanted = isWanted;
        foreach (var rule in rules.Rules)
        {
            coders[rule] = new Coder(CoderKind.Rule, rule.Name, rule.Version);
        }

        var version = codebook.RuleHash(Name);
        silence = new Coder(CoderKind.Rule, Name + "/silence", version);
        condition = new Coder(CoderKind.Rule, Name + "/if", version);
        var everywhere = rules.Rules.Any(r => SectionsOf(r).Length == 0);
        string[] places = everywhere ? [] : [.. codebook.Sections.Where(s => rules.Rules.Any(r => SectionsOf(r).Contains(s)))];
        searched = new SilenceSelector([.. rules.Rules.Select(r => $"{r.Name}@{r.Version}")], places, WholeText: true);
        searchedInPart = searched with { WholeText = false };
        needed = [.. codebook.Parts.Sections.Where(s => s.IsMain && rules.Rules.Any(r => SectionsOf(r).Contains(s.Name))).Select(s => s.Name)];
    }

    public string Name => rules.Variable.Name;

    public bool IsWanted { get; }

    public Outcome Outcome { get; } = new();

    /// <summary>Looks for values in the unit that the run has entered.</summary>
    public void Find(RuleRun run, List<SectionRange> sections, bool isWhole)
    {
        Outcome.Clear();
        var isSure = true;
        foreach (var (other, values) in conditions)
        {
            var fits = other.Outcome.HasOneOf(values);
            if (fits == false)
            {
                Outcome.Status = Status.NotApplicable;
                Outcome.DecidedBy = other.Outcome;
                return;
            }

            isSure &= fits == true;
        }

        if (compiled.Length == 0)
        {
            return;
        }

        findings.Clear();
        foreach (var rule in compiled)
        {
            if (rule.Rule.IsOtherwise && findings.Count > 0)
            {
                continue;
            }

            var from = findings.Count;
            run.Find(rule, rules.Variable.Type, rules.Variable.Currency, findings);
            if (rules.Variable.Multiple && rule.Rule.Pick != Pick.All && findings.Count > from + 1)
            {
                Deciding.PickOne(rule.Rule.Pick, findings, from);
            }

            if (findings.Count > 0 && !rules.Variable.Multiple)
            {
                Decide(rule.Rule);
                break;
            }
        }

        if (findings.Count > 0 && rules.Variable.Multiple)
        {
            DecideSeveral();
        }

        if (findings.Count == 0)
        {
            isLost = !isWhole || !isSure || Array.Exists(needed, n => !sections.Exists(s => s.Name == n));
            Outcome.Status = isLost ? Status.Unclear : rules.Silence is null ? Status.NotStated : Status.Stated;
            Outcome.IsSilence = true;
            if (Outcome.Status == Status.Stated)
            {
                Outcome.Values.Add(rules.Silence!.Value);
            }
        }
    }

    /// <summary>Adds the codings of what was found.</summary>
    public void Write(in TextMember member, List<SectionRange> sections, List<Evidence.Coding> into)
    {
        if (Outcome.Status == Status.NotCoded)
        {
            return;
        }

        if (Outcome.DecidedBy is { } other)
        {
            var reason = other.Findings.Count > 0 ? Select(member, sections, other.Findings[0].Span) : searched;
            into.Add(New(member.Id, Status.NotApplicable, condition, reason, null, [], false));
        }
        else if (Outcome.IsSilence)
        {
            var value = Outcome.Status == Status.Stated ? rules.Silence : null;
            into.Add(New(member.Id, Outcome.Status, silence, isLost ? searchedInPart : searched, value, [], false));
        }
        else if (Outcome.Status == Status.Stated)
        {
            for (var i = 0; i < Outcome.Values.Count; i++)
            {
                var finding = Outcome.Findings[i];
                into.Add(New(
                    member.Id, Status.Stated, coders[finding.Rule], Select(member, sections, finding.Span), Outcome.Values[i], [], finding.Rule.IsCertain && finding.IsCertain));
            }
        }
        else
        {
            var finding = Outcome.Findings[0];
            into.Add(New(member.Id, Outcome.Status, coders[finding.Rule], Select(member, sections, finding.Span), null, [.. Outcome.Values], finding.Rule.IsCertain && finding.IsCertain));
        }
    }

    /// <summary>Sections that a rule looks in; none where it looks everywhere.</summary>
    private static string[] SectionsOf(CodingRule rule) =>
        rule.In.Count > 0 ? [.. rule.In]
        : rule.Queries.Count > 0 && rule.Queries.All(q => q.Sections.Count > 0) ? [.. rule.Queries.SelectMany(q => q.Sections).Distinct()]
        : [];

    private void Decide(CodingRule rule)
    {
        if (rule.Reader is null)
        {
            Outcome.Status = rule.Status ?? Status.Stated;
            Deciding.Add(findings[0], rules.Names, Outcome);
            if (Outcome.Findings.Count == 0)
            {
                Outcome.Findings.Add(findings[0]);
            }

            return;
        }

        Deciding.One(rule, findings, rules.Names, Outcome);
    }

    private void DecideSeveral()
    {
        var status = findings.Find(f => f.Rule.Status is not null);
        if (status.Rule is not null && !findings.Exists(f => f.Value is not null))
        {
            Outcome.Status = status.Rule.Status!.Value;
            Outcome.Findings.Add(status);
            return;
        }

        Deciding.Several(findings, rules.Names, Outcome);
    }

    private Evidence.Coding New(UnitId member, Status status, Coder coder, Selector evidence, CodedValue? value, IReadOnlyList<CodedValue> candidates, bool isCertain) => new()
    {
        Member = member,
        Variable = Name,
        Status = status,
        Value = value,
        Candidates = candidates,
        Coder = coder,
        DefinitionHash = rules.DefinitionHash,
        Evidence = evidence,
        IsCertain = isCertain,
    };

    private Selector Select(in TextMember member, List<SectionRange> sections, TextSpan span)
    {
        if (span == Finding.Nowhere)
        {
            return member.IsWhole ? searched : searchedInPart;
        }

        var page = 0;
        for (var i = 0; i < member.PageStarts.Count && (i == 0 || member.PageStarts[i] <= span.Start); i++)
        {
            page = i + 1;
        }

        var section = "";
        if (sections.Count > 0)
        {
            var token = member.Tokens.FirstTokenAtOrAfter(span.Start);
            foreach (var range in sections)
            {
                section = range.Range.From <= token && token < range.Range.To ? range.Name : section;
            }
        }

        return TextSelector.Of(member.Text, span, page, section);
    }
}
