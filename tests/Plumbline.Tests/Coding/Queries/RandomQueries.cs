using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Tests.Coding.Queries;

/// <summary>Random texts of few words and random queries over them, from a seed.</summary>
internal sealed class RandomQueries(int seed)
{
    private static readonly string[] Words = ["суд", "суда", "судья", "штраф", "Штрафа", "запись", "записи", "20.2", "ст", "ёж", "fines", "видеозапись"];
    private static readonly string[] Asked = ["суд", "=суда", "судей", "штрафом", "запис?", "записью", "=запись", "20.2", "20.*", "ст", "еж", "fine", "*запис*", "нет"];
    private readonly Random random = new(seed);

    public string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ =>
        Words[random.Next(Words.Length)] + random.Next(8) switch { 0 => ".\n\n", 1 => "! ", 2 => ", ", _ => " " }));

    public List<SectionRange> Sections(int count) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(_ => new SectionRange(random.Next(2) == 0 ? "one" : "two", Range(count))),
    ];

    public TokenRange Unit(int count) => random.Next(3) == 0 ? Range(count) : new TokenRange(0, count);

    public Query Query()
    {
        List<Problem> problems = [];
        var text = Any(random.Next(4));
        return Plumbline.Coding.Queries.Query.Parse(text, new QueryOrigin(), problems)
            ?? throw new InvalidOperationException(text + ": " + problems[0].Sentence);
    }

    private TokenRange Range(int count)
    {
        int a = random.Next(count + 1), b = random.Next(count + 1);
        return new TokenRange(Math.Min(a, b), Math.Max(a, b));
    }

    private string Any(int depth) => depth == 0 ? Place(0) : random.Next(9) switch
    {
        0 or 1 => $"({Any(depth - 1)} AND {Any(depth - 1)})",
        2 or 3 => $"({Any(depth - 1)} ИЛИ {Any(depth - 1)})",
        4 => $"(NOT {Any(depth - 1)})",
        5 => $"(section:{(random.Next(2) == 0 ? "one" : "two")} {Any(depth - 1)})",
        6 => $"({Any(depth - 1)} w/s {Any(depth - 1)})",
        _ => Place(depth),
    };

    private string Place(int depth) => depth == 0 ? Leaf() : random.Next(5) switch
    {
        0 => $"({Place(depth - 1)} OR {Place(depth - 1)})",
        1 => $"({Place(depth - 1)} pre/{random.Next(1, 6)} {Place(depth - 1)})",
        2 or 3 => $"({Place(depth - 1)} w/{random.Next(1, 6)} {Place(depth - 1)})",
        _ => Leaf(),
    };

    private string Leaf() => random.Next(4) switch
    {
        0 => $"\"{Word()} {Word()}\"",
        1 when random.Next(2) == 0 => $"\"{Word()} * {Word()}\"",
        _ => Word(),
    };

    private string Word() => Asked[random.Next(Asked.Length)];
}
