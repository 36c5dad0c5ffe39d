using System.Runtime.Intrinsics;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// Queries compiled for one vocabulary, to be evaluated on its documents: one pass over a document finds the positions
/// of all words that any query asks for, then each query is evaluated on these. Not thread safe: one program a thread.
/// </summary>
public sealed class QueryProgram
{
    private const int MostProbes = 12;
    private readonly CompiledQueries compiled;
    private readonly Vector256<int>[] probes;
    private readonly Positions positions;
    private readonly SpanList hits = new();

    /// <summary>Compiles the queries; hits are given in their order.</summary>
    /// <exception cref="Evidence.UsageException">COD017: the queries together name too many words.</exception>
    public QueryProgram(IReadOnlyList<Query> queries, Vocabulary vocabulary)
        : this(Compile(queries, vocabulary))
    {
    }

    internal QueryProgram(CompiledQueries compiled)
    {
        this.compiled = compiled;
        positions = new Positions(compiled.AtomCount);
        probes = Vector256.IsHardwareAccelerated && compiled.FormCount is > 0 and <= MostProbes
            ? [.. compiled.AtomForms.SelectMany(f => f).Where(f => compiled.SetOf[f] != 0).Distinct().Select(f => Vector256.Create(f))] : [];
    }

    /// <summary>True when a query asks for a section; else the sections need not be found.</summary>
    public bool UsesSections => compiled.UsesSections;

    /// <summary>Evaluates all queries in one unit.</summary>
    /// <param name="document">A document of the vocabulary that the program was compiled for.</param>
    /// <param name="unit">The unit's positions; nothing outside is seen.</param>
    /// <param name="sections">Sections of the unit, in any order; parts outside the unit do not count.</param>
    /// <param name="into">What was found.</param>
    public void Evaluate(TokenDocument document, TokenRange unit, IReadOnlyList<SectionRange> sections, QueryHits into)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(into);
        positions.Sections = sections;
        Scan(document, unit);
        into.Start(compiled.Roots.Length);
        foreach (var root in compiled.Roots)
        {
            hits.Clear();
            var holds = root.IsPossible(positions) && root.Match(positions, [unit], hits);
            if (hits.Count > 1)
            {
                hits.KeepShortest(0);
                hits.KeepApart();
            }

            into.Add(holds, hits.AsSpan());
        }
    }

    private void Scan(TokenDocument document, TokenRange unit)
    {
        positions.Clear();
        var forms = document.Forms[unit.From..unit.To];
        var done = probes.Length > 0 ? ScanBlocks(document, forms, unit.From) : 0;
        Scan(document, forms[done..], unit.From + done);
    }

    private void Scan(TokenDocument document, ReadOnlySpan<int> forms, int from)
    {
        var setOf = compiled.SetOf;
        for (var i = 0; i < forms.Length; i++)
        {
            var id = forms[i];
            if ((uint)id >= (uint)setOf.Length)
            {
                throw document.Damaged("a word has no form");
            }

            var set = setOf[id];
            if (set != 0)
            {
                foreach (var atom in compiled.Sets[set])
                {
                    positions.Add(atom, from + i);
                }
            }
        }
    }

    // A single query asks for few forms: eight tokens at a time are compared with each of them.
    private int ScanBlocks(TokenDocument document, ReadOnlySpan<int> forms, int from)
    {
        var i = 0;
        for (; i + Vector256<int>.Count <= forms.Length; i += Vector256<int>.Count)
        {
            var block = Vector256.Create(forms[i..]);
            var any = Vector256<int>.Zero;
            foreach (var probe in probes)
            {
                any |= Vector256.Equals(block, probe);
            }

            if (any != Vector256<int>.Zero)
            {
                Scan(document, forms.Slice(i, Vector256<int>.Count), from + i);
            }
        }

        return i;
    }

    private static CompiledQueries Compile(IReadOnlyList<Query> queries, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new CompiledQueries(queries, vocabulary);
    }
}
