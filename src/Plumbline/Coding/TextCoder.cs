using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>
/// Codes texts by the rules of a codebook, compiled for one vocabulary. Not thread safe: one for each thread. The same
/// codebook and text give the same codings whatever the vocabulary or the subset of variables.
/// </summary>
public sealed class TextCoder
{
    private readonly VariableCoder[] variables;
    private readonly VariableCoder[] written;
    private readonly SectionFinder sections;
    private readonly List<SectionRange> found = [];
    private readonly Dictionary<string, QueryZones> zones = new(StringComparer.Ordinal);
    private readonly RuleRun run = new();
    private readonly SplitFinder split;

    /// <param name="codebook">The codebook.</param>
    /// <param name="vocabulary">Vocabulary of the texts that will be coded.</param>
    /// <param name="variables">Names of the variables to code.</param>
    /// <exception cref="ArgumentException">The codebook has no such variable.</exception>
    public TextCoder(Codebook codebook, Vocabulary vocabulary, IReadOnlyList<string> variables)
        : this(codebook, vocabulary, variables, withConditions: true)
    {
    }

    /// <summary>Without conditions only the named variables are looked at: for cells, whose row knows the others.</summary>
    internal TextCoder(Codebook codebook, Vocabulary vocabulary, IReadOnlyList<string> variables, bool withConditions)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(variables);
        foreach (var name in variables)
        {
            codebook.Rules(name);
        }

        var order = withConditions ? codebook.InOrder(variables.ToHashSet(StringComparer.Ordinal)) : [.. variables.Select(codebook.Rules)];
        var coders = new Dictionary<string, VariableCoder>(StringComparer.Ordinal);
        foreach (var rules in order)
        {
            var compiled = rules.Rules.Select(Compile).ToArray();
            coders.Add(rules.Variable.Name, new VariableCoder(
                rules, compiled, codebook, withConditions ? [.. rules.Conditions.Select(c => (coders[c.Variable], c.Values))] : [], variables.Contains(rules.Variable.Name)));
        }

        this.variables = [.. order.Select(o => coders[o.Variable.Name])];
        written = [.. codebook.Kind.Variables.Select(v => coders.GetValueOrDefault(v.Name)).OfType<VariableCoder>().Where(c => c.IsWanted)];
        foreach (var some in zones.Values)
        {
            some.Compile(vocabulary);
        }

        sections = new SectionFinder(codebook.Parts.Sections, vocabulary);
        split = new SplitFinder(codebook.Parts, vocabulary);
    }

    /// <summary>
    /// Cuts a document into the ranges of its units, in order, without gaps: one for all of it unless the codebook has a
    /// `split` that hits. What stands before the first start belongs to the first unit.
    /// </summary>
    public IReadOnlyList<TokenRange> Split(TokenDocument document, string text) => split.Find(document, text);

    /// <summary>The sections of the member that was coded last.</summary>
    internal IReadOnlyList<SectionRange> LastSections => found;

    /// <summary>Adds the codings of a member, in the order of the codebook's variables, then of position.</summary>
    public void Code(in TextMember member, List<Evidence.Coding> into) => Code(member, null, into);

    /// <summary>Codes a text whose sections are given, or with null are found in it.</summary>
    internal void Code(in TextMember member, IReadOnlyList<SectionRange>? given, List<Evidence.Coding> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        found.Clear();
        if (given is null)
        {
            sections.Find(member.Tokens, member.Range, member.Text, found);
        }
        else
        {
            found.AddRange(given);
        }

        foreach (var some in zones.Values)
        {
            some.Evaluate(member.Tokens, member.Range, found);
        }

        run.Enter(member.Text, member.Tokens, member.Range);
        foreach (var variable in variables)
        {
            variable.Find(run, found, member.IsWhole);
        }

        foreach (var variable in written)
        {
            variable.Write(member, found, into);
        }
    }

    private CompiledRule Compile(CodingRule rule)
    {
        var key = string.Join(' ', rule.In.Order(StringComparer.Ordinal));
        if (!zones.TryGetValue(key, out var place))
        {
            zones.Add(key, place = new QueryZones(rule.In));
        }

        return CompiledRule.Of(rule, place);
    }
}
