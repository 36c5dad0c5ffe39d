using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Names;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>
/// Codes the rows of a table: what stands in a record's own column is a coding of the column; what took a guess, or what a
/// rule read in a cell's text, is a coding of a rule. Not thread safe.
/// </summary>
public sealed class RecordCoder
{
    private readonly Codebook codebook;
    private readonly HashSet<string> wanted;
    private readonly IReadOnlyList<string> columns;
    private readonly (VariableRules Rules, int Column)[] variables;
    private readonly Dictionary<string, Outcome> outcomes = new(StringComparer.Ordinal);
    private readonly List<Evidence.Coding> some = [];

    /// <param name="codebook">A codebook of rows.</param>
    /// <param name="variables">Names of the variables to code.</param>
    /// <param name="columns">The table's columns.</param>
    public RecordCoder(Codebook codebook, IReadOnlyList<string> variables, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(columns);
        this.codebook = codebook;
        this.columns = columns;
        wanted = variables.ToHashSet(StringComparer.Ordinal);
        this.variables = [.. codebook.InOrder(wanted).Select(v => (v, Find(v.Columns)))];
        Missing = [.. this.variables.Where(v => v.Column < 0 && wanted.Contains(v.Rules.Variable.Name)).Select(v => v.Rules.Variable.Name)];
    }

    /// <summary>Variables none of whose columns this table has: they stay not coded.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Adds the codings of a row, in the order of the codebook's variables.</summary>
    public void Code(UnitId member, SourceRow row, List<Evidence.Coding> into)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(into);
        outcomes.Clear();
        some.Clear();
        foreach (var (rules, column) in variables)
        {
            var outcome = new Outcome();
            outcomes[rules.Variable.Name] = outcome;
            if (column < 0)
            {
                continue;
            }

            var from = some.Count;
            CodeCell(member, row, rules, column);
            foreach (var coding in some[from..])
            {
                outcome.Status = coding.Status;
                outcome.Values.AddRange(coding.Value is { } value ? [value] : coding.Candidates);
            }
        }

        foreach (var variable in codebook.Kind.Variables)
        {
            into.AddRange(some.Where(c => c.Variable == variable.Name && wanted.Contains(variable.Name)));
        }
    }

    private void CodeCell(UnitId member, SourceRow row, VariableRules rules, int column)
    {
        var cell = column < row.Values.Count ? row.Values[column] : null;
        var name = rules.Variable.Name;
        var evidence = new RecordSelector(row.Number, row.Line, columns[column], cell);
        var own = new Coder(CoderKind.Column, columns[column]);
        Coder Rule(string what) => new(CoderKind.Rule, $"{name}/{what}", codebook.RuleHash(name));
        void Add(Status status, Coder coder, CodedValue? value = null, IReadOnlyList<CodedValue>? candidates = null) => some.Add(new Evidence.Coding
        {
            Member = member,
            Variable = name,
            Status = status,
            Value = value,
            Candidates = candidates ?? [],
            Coder = coder,
            DefinitionHash = rules.DefinitionHash,
            Evidence = evidence,
            IsCertain = coder.Kind == CoderKind.Column,
        });

        if (rules.Conditions.Any(c => outcomes[c.Variable].HasOneOf(c.Values) == false))
        {
            Add(Status.NotApplicable, Rule("if"));
        }
        else if (string.IsNullOrWhiteSpace(cell) && rules.Cells.TryGetValue("", out var empty))
        {
            Add(Status.Stated, own, empty);
        }
        else if (string.IsNullOrWhiteSpace(cell))
        {
            // An empty cell is the record's own silence; that silence means a value is the codebook's reading of it.
            Add(rules.Silence is null ? Status.NotStated : Status.Stated, rules.Silence is null ? own : Rule("silence"), rules.Silence);
        }
        else if (rules.Rules.Count > 0)
        {
            CodeText(member, cell, rules, evidence);
        }
        else
        {
            var meaning = CellReading.Read(cell, rules);
            var isOne = meaning.Values.Count == 1;
            var match = isOne && rules.Names is { } names ? names.Match(meaning.Values[0].Text) : default;

            // A name that the list has as it stands is settled; one in another case or shortened took a guess.
            var isSettled = meaning.IsSettled && (match.Official is null || match.Fit == NameFit.Same);
            CodedValue? value = isOne ? meaning.Values[0] with { Text = match.Official ?? meaning.Values[0].Text } : null;
            Add(isOne ? Status.Stated : Status.Unclear, isSettled ? own : Rule("guess"), value, isOne ? [] : meaning.Values);
        }
    }

    /// <summary>Runs text rules over a cell, as over a text of its own.</summary>
    private void CodeText(UnitId member, string cell, VariableRules rules, RecordSelector evidence)
    {
        var (tokens, vocabulary) = TextTokens.Of(cell);
        var coder = new TextCoder(codebook, vocabulary, [rules.Variable.Name], withConditions: false);
        var from = some.Count;
        coder.Code(new TextMember(member, cell, tokens, new TokenRange(0, tokens.Count), IsWhole: true, []), some);
        for (var i = from; i < some.Count; i++)
        {
            some[i] = some[i].Evidence is SilenceSelector ? some[i] : some[i] with { Evidence = evidence };
        }
    }

    private int Find(IReadOnlyList<string> names)
    {
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            foreach (var name in names)
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    if (string.Equals(columns[i].Trim(), name.Trim(), comparison))
                    {
                        return i;
                    }
                }
            }
        }

        return -1;
    }
}
