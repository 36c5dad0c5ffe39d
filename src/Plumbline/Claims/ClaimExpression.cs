using System.Globalization;

namespace Plumbline.Claims;

/// <summary>
/// An expression over claims: <c>+ - * /</c>, parentheses, numbers, percentages (<c>5%</c> is 0.05) and ids. Since ids may
/// hold hyphens, a minus has a space on its left.
/// </summary>
internal sealed class ClaimExpression
{
    private const int MaxDepth = 50;
    private const int MaxLength = 2000;

    private ClaimExpression(char sign, decimal number, string? name, ClaimExpression? left, ClaimExpression? right)
    {
        Sign = sign;
        Number = number;
        Name = name;
        Left = left;
        Right = right;
    }

    /// <summary><c>+ - * /</c>, <c>n</c> for a number, <c>i</c> for a claim, <c>~</c> for a negated expression.</summary>
    public char Sign { get; }

    public decimal Number { get; }

    public string? Name { get; }

    public ClaimExpression? Left { get; }

    public ClaimExpression? Right { get; }

    /// <summary>Ids in it, in order.</summary>
    public IEnumerable<string> Names => Name is not null ? [Name] : [.. Left?.Names ?? [], .. Right?.Names ?? []];

    /// <summary>Parses; null with a sentence and the 0-based offset of the fault.</summary>
    public static ClaimExpression? Parse(string text, out string fault, out int offset)
    {
        fault = "";
        offset = 0;
        if (text.Length > MaxLength)
        {
            fault = $"it is longer than {MaxLength} characters";
            return null;
        }

        var parser = new Parser(text);
        var parsed = parser.Sum(0);
        parser.Spaces();
        if (parsed is not null && parser.At < text.Length)
        {
            parser.Fault ??= "a sign (+ - * /) is expected here";
        }

        fault = parser.Fault ?? "";
        offset = Math.Min(parser.At, text.Length);
        return parser.Fault is null ? parsed : null;
    }

    /// <summary>Claims that need themselves, over however many others.</summary>
    public static IReadOnlyList<Claim> Cycles(IEnumerable<Claim> claims)
    {
        var all = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var uses = all.Values.ToDictionary(c => c.Id, c => (c.Expression?.Names ?? []).Where(all.ContainsKey).Distinct().ToList(), StringComparer.Ordinal);
        // What is left after taking away claims that use nothing, again and again, uses a cycle.
        for (var taken = true; taken;)
        {
            var free = uses.Where(u => u.Value.Count == 0).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
            taken = free.Count > 0;
            foreach (var id in free)
            {
                uses.Remove(id);
            }

            foreach (var used in uses.Values)
            {
                used.RemoveAll(free.Contains);
            }
        }

        return [.. uses.Keys.Select(id => all[id])];
    }

    private static ClaimExpression Of(char sign, ClaimExpression left, ClaimExpression? right = null) => new(sign, 0, null, left, right);

    private sealed class Parser(string text)
    {
        public int At { get; private set; }

        public string? Fault { get; set; }

        public ClaimExpression? Sum(int depth) => Chain(depth, "+-−", () => Product(depth), '-');

        public void Spaces()
        {
            while (At < text.Length && char.IsWhiteSpace(text[At]))
            {
                At++;
            }
        }

        private ClaimExpression? Product(int depth) => Chain(depth, "*/×÷", () => Factor(depth), '/');

        private ClaimExpression? Chain(int depth, string signs, Func<ClaimExpression?> next, char second)
        {
            var left = next();
            for (Spaces(); left is not null && At < text.Length && signs.Contains(text[At], StringComparison.Ordinal); Spaces())
            {
                var index = signs.IndexOf(text[At], StringComparison.Ordinal);
                At++;
                var isSecond = second == '-' ? index > 0 : index is 1 or 3;
                left = next() is { } right ? Of(isSecond ? second : second == '-' ? '+' : '*', left, right) : null;
            }

            return left;
        }

        private ClaimExpression? Factor(int depth)
        {
            Spaces();
            if (depth > MaxDepth)
            {
                return Wrong($"it is nested deeper than {MaxDepth} parentheses");
            }

            if (At >= text.Length)
            {
                return Wrong("a claim or a number is expected here");
            }

            var c = text[At];
            if (c is '-' or '−')
            {
                At++;
                return Factor(depth + 1) is { } negated ? Of('~', negated) : null;
            }

            if (c == '(')
            {
                At++;
                var inner = Sum(depth + 1);
                Spaces();
                if (inner is not null && (At >= text.Length || text[At] != ')'))
                {
                    return Wrong("a closing parenthesis is expected here");
                }

                At++;
                return inner;
            }

            var start = At;
            if (char.IsAsciiLetter(c))
            {
                while (At < text.Length && (char.IsAsciiLetterOrDigit(text[At]) || text[At] is '_' or '-' or '.'))
                {
                    At++;
                }

                return new ClaimExpression('i', 0, text[start..At], null, null);
            }

            while (At < text.Length && (char.IsAsciiDigit(text[At]) || text[At] == '.'))
            {
                At++;
            }

            if (At == start || !decimal.TryParse(text.AsSpan(start, At - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                At = start;
                return Wrong("a claim or a number is expected here");
            }

            if (At < text.Length && text[At] == '%')
            {
                At++;
                number /= 100;
            }

            return new ClaimExpression('n', number, null, null, null);
        }

        private ClaimExpression? Wrong(string fault)
        {
            Fault ??= fault;
            return null;
        }
    }
}
