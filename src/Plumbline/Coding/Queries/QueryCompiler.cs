using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// Queries for one vocabulary: words become atoms (sets of form ids; equal ones are shared, words joined by OR are one),
/// and for each form a number tells the set of atoms it belongs to. Immutable once made, so that threads share it.
/// </summary>
internal sealed class CompiledQueries
{
    public CompiledQueries(IReadOnlyList<Query> queries, Vocabulary vocabulary)
    {
        var compiler = new QueryCompiler(vocabulary);
        Roots = [.. queries.Select(q => compiler.Compile(q.Root))];
        Sets = compiler.Sets;
        SetOf = compiler.SetOf;
        AtomCount = compiler.AtomCount;
        AtomForms = compiler.AtomForms;
        UsesSections = queries.Any(q => q.Sections.Count > 0);
    }

    public Matcher[] Roots { get; }

    /// <summary>The atoms of each set; set 0 is empty.</summary>
    public int[][] Sets { get; }

    /// <summary>For each form id its set.</summary>
    public ushort[] SetOf { get; }

    public int AtomCount { get; }

    /// <summary>The form ids of each atom.</summary>
    public IReadOnlyList<int[]> AtomForms { get; }

    /// <summary>Forms that any query asks for, those of several atoms counted for each.</summary>
    public int FormCount => AtomForms.Sum(f => f.Length);

    public bool UsesSections { get; }
}

/// <summary>Makes <see cref="CompiledQueries"/>.</summary>
internal sealed class QueryCompiler(Vocabulary vocabulary)
{
    private const int Ends = 0;
    private readonly WordForms words = new(vocabulary);
    private readonly Dictionary<string, int> atoms = new(StringComparer.Ordinal) { [""] = Ends };
    private readonly List<int[]> sets = [[], [Ends]];
    private readonly Dictionary<(int Set, int Atom), ushort> larger = new() { [(0, Ends)] = 1 };
    private readonly List<int[]> atomForms = [[0]];
    private bool usesEnds;

    public int[][] Sets => [.. sets];

    public ushort[] SetOf { get; } = new ushort[vocabulary.Count];

    public int AtomCount => atoms.Count;

    public IReadOnlyList<int[]> AtomForms => atomForms;

    public Matcher Compile(QueryNode node) => node switch
    {
        AndNode and => new AndMatcher([.. and.Items.Select(Compile)]),
        OrNode or => CompileOr(or),
        NotNode not => new NotMatcher(Compile(not.Item)),
        SectionNode section => new SectionMatcher(section.Name, Compile(section.Item)),
        SentenceNode sentence => new SentenceMatcher(Compile(sentence.Left), Compile(sentence.Right), UseEnds()),
        NearNode near => new NearMatcher((SpanMatcher)Compile(near.Left), (SpanMatcher)Compile(near.Right), near.Distance, near.IsOrdered),
        PhraseNode phrase => new PhraseMatcher([.. phrase.Words.Select(AtomOrAny)], phrase.Words.Any(w => w.Match == WordMatch.Any) ? UseEnds() : Ends),
        WordNode word => new WordMatcher(AtomOf([word])),
        _ => throw new ArgumentException("No such node.", nameof(node)),
    };

    private Matcher CompileOr(OrNode or)
    {
        var plain = or.Items.OfType<WordNode>().ToList();
        List<Matcher> items = plain.Count > 0 ? [new WordMatcher(AtomOf(plain))] : [];
        items.AddRange(or.Items.Where(i => i is not WordNode).Select(Compile));
        return items.Count == 1 ? items[0]
            : items.TrueForAll(i => i is SpanMatcher) ? new AnyOfMatcher([.. items.Cast<SpanMatcher>()])
            : new OrMatcher([.. items]);
    }

    private int AtomOrAny(WordNode word) => word.Match == WordMatch.Any ? PhraseMatcher.AnyWord : AtomOf([word]);

    private int UseEnds()
    {
        if (!usesEnds)
        {
            usesEnds = true;
            SetOf[0] = 1;
        }

        return Ends;
    }

    private int AtomOf(IReadOnlyList<WordNode> joined)
    {
        var key = string.Join('|', joined.Select(w => $"{w.Match}:{w.Form}").Distinct().Order(StringComparer.Ordinal));
        if (atoms.TryGetValue(key, out var atom))
        {
            return atom;
        }

        atom = atoms.Count;
        atoms.Add(key, atom);
        var ids = new HashSet<int>();
        foreach (var word in joined)
        {
            words.Add(word, ids);
        }

        atomForms.Add([.. ids]);

        foreach (var id in ids)
        {
            SetOf[id] = Larger(SetOf[id], atom);
        }

        return atom;
    }

    private ushort Larger(int set, int atom)
    {
        if (!larger.TryGetValue((set, atom), out var found))
        {
            if (sets.Count > ushort.MaxValue)
            {
                throw QueryProblems.TooManySets();
            }

            found = (ushort)sets.Count;
            sets.Add([.. sets[set], atom]);
            larger.Add((set, atom), found);
        }

        return found;
    }
}
