using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// Turns the words of a query into what the tokenizer would make of them: <c>5-й</c> is two tokens, and so is a phrase.
/// </summary>
internal sealed class QueryWords(QueryProblems faults)
{
    private readonly char[] form = new char[TokenScanner.MaxForm];
    private int count;

    public QueryNode Read(Piece piece)
    {
        List<WordNode> words = [];
        if (piece.Kind == PieceKind.Phrase)
        {
            ReadPhrase(piece, words);
        }
        else
        {
            Add(piece.Text, piece.Inner, piece.IsExact, isInPhrase: false, words);
        }

        if (words.Count == 0)
        {
            throw faults.NoWord(piece.At);
        }

        if (words[0].Match == WordMatch.Any || words[^1].Match == WordMatch.Any)
        {
            throw faults.AnyAtEdge(words[0].Match == WordMatch.Any ? words[0].At : words[^1].At);
        }

        return words.Count == 1 ? words[0] : new PhraseNode(piece.At, words);
    }

    // Stretches without = * ? are cut in one go, so that letter-spaced words are joined as in a text.
    private void ReadPhrase(Piece piece, List<WordNode> words)
    {
        var phrase = piece.Text;
        int plain = 0, at = 0;
        while (at < phrase.Length)
        {
            while (at < phrase.Length && char.IsWhiteSpace(phrase[at]))
            {
                at++;
            }

            var start = at;
            while (at < phrase.Length && !char.IsWhiteSpace(phrase[at]))
            {
                at++;
            }

            var word = phrase[start..at];
            if (word.AsSpan().IndexOfAny("=*?") >= 0)
            {
                Add(phrase[plain..start], piece.Inner + plain, piece.IsExact, isInPhrase: true, words);
                var isExact = word[0] == '=';
                Add(isExact ? word[1..] : word, piece.Inner + start, isExact || piece.IsExact, isInPhrase: true, words);
                plain = at;
            }
        }

        Add(phrase[plain..], piece.Inner + plain, piece.IsExact, isInPhrase: true, words);
    }

    private void Add(string text, int at, bool isExact, bool isInPhrase, List<WordNode> words)
    {
        if (text.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            AddPatterns(text, at, isExact, isInPhrase, words);
            return;
        }

        var scanner = new TokenScanner(text, form);
        while (scanner.Next())
        {
            var word = scanner.Form.ToString();
            if (IsMixed(word))
            {
                faults.MixedLetters(at + scanner.Start);
            }

            AddWord(new WordNode(at + scanner.Start, isExact ? WordMatch.Exact : WordMatch.Stem, word), words);
        }
    }

    // As the tokenizer, with * and ? as letters and as digits.
    private void AddPatterns(string text, int at, bool isExact, bool isInPhrase, List<WordNode> words)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var pattern = new System.Text.StringBuilder();
            while (i < text.Length && (Letters.Fold(text[i]) != Letters.Separator || text[i] is '*' or '?' || IsInnerDot(text, i)))
            {
                var folded = Letters.Fold(text[i]);
                pattern.Append(folded == Letters.Separator ? text[i] : folded == Letters.Mark ? "" : folded);
                i++;
            }

            if (pattern.Length > 0)
            {
                AddPattern(pattern.ToString(), at + start, isExact, isInPhrase, words);
            }

            i += i == start ? 1 : 0;
        }
    }

    private void AddPattern(string pattern, int at, bool isExact, bool isInPhrase, List<WordNode> words)
    {
        if (pattern.AsSpan().IndexOfAny('*', '?') < 0)
        {
            AddWord(new WordNode(at, isExact ? WordMatch.Exact : WordMatch.Stem, pattern), words);
        }
        else if (pattern == "*" && isInPhrase)
        {
            AddWord(new WordNode(at, WordMatch.Any, pattern), words);
        }
        else if (pattern.Count(c => c is not ('*' or '?')) < QueryLimits.WildcardLetters)
        {
            throw faults.Wildcard(at);
        }
        else if (pattern.Length > QueryLimits.WildcardLength)
        {
            throw faults.WildcardLength(at);
        }
        else
        {
            AddWord(new WordNode(at, WordMatch.Pattern, pattern), words);
        }
    }

    private void AddWord(WordNode word, List<WordNode> words)
    {
        if (++count > QueryLimits.Words)
        {
            throw faults.TooMany(word.At);
        }

        words.Add(word);
    }

    private static bool IsInnerDot(string text, int i) =>
        text[i] == '.' && i > 0 && i + 1 < text.Length && IsDigitLike(text[i - 1]) && IsDigitLike(text[i + 1]);

    private static bool IsDigitLike(char c) => char.IsAsciiDigit(c) || c is '*' or '?';

    private static bool IsMixed(string word) =>
        word.AsSpan().ContainsAnyInRange('a', 'z') && word.AsSpan().ContainsAnyInRange('а', 'я');
}
