using BenchmarkDotNet.Attributes;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Bench;

/// <summary>One ruling: cut, stemmed, searched.</summary>
public class TokenBenchmarks
{
    private readonly string text = new InventedRulings(1).Next();
    private readonly QueryHits hits = new();
    private TokenDocument document = null!;
    private QueryProgram program = null!;

    [GlobalSetup]
    public void Prepare()
    {
        (document, var vocabulary) = TextTokens.Of(text);
        program = new QueryProgram([Query.Parse("штраф pre/8 (руб OR рублей)", new QueryOrigin(), [])!], vocabulary);
    }

    [Benchmark]
    public int Cut_and_stem() => TextTokens.Of(text).Document.Count;

    [Benchmark]
    public bool One_rule()
    {
        program.Evaluate(document, document.All, [], hits);
        return hits.Holds(0);
    }
}
