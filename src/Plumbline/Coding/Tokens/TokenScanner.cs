namespace Plumbline.Coding.Tokens;

/// <summary>
/// Cuts text into tokens. A token is
/// <list type="bullet">
/// <item>a number: digits, with single dots between digits (<c>20.2</c>, <c>20.2.2</c>, <c>10.000</c>, <c>01.02.2012</c>);
/// it ends where letters start, so <c>5-й</c>, <c>5й</c> and <c>5 й</c> are the same two tokens;</item>
/// <item>a word: a letter, then letters and digits (<c>протокол</c>, <c>А40</c>, <c>covid19</c>);</item>
/// <item>a letter-spaced word: four or more single letters parted by single spaces (<c>Р Е Ш И Л</c> is <c>решил</c>).</item>
/// </list>
/// Everything else parts tokens. Longer runs than <see cref="MaxForm"/> letters are cut into several tokens. The form is
/// the token in lower case, ё as е (<see cref="Letters"/>). Queries are cut by the same code.
/// </summary>
internal ref struct TokenScanner(ReadOnlySpan<char> text, Span<char> form)
{
    /// <summary>Longest form in UTF-16 units; the buffer handed to the constructor holds at least as many.</summary>
    public const int MaxForm = 128;
    private const int SpacedLetters = 4;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> form = form;
    private int length;
    private bool opensSentence;

    /// <summary>Where the token starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends (exclusive).</summary>
    public int End { get; private set; }

    /// <summary>True when a sentence ended between the token before and this one.</summary>
    public readonly bool IsAfterBoundary => opensSentence;

    /// <summary>The form of the token; overwritten by the next.</summary>
    public readonly ReadOnlySpan<char> Form => form[..length];

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Next()
    {
        var at = End;
        while (at < text.Length && !Letters.IsWord(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return false;
        }

        // One character (nearly always a space) never ends a sentence.
        opensSentence = at - End > 1 && length > 0 && SentenceEnds.IsBetween(text, Form, Start, End, at, opensSentence);
        Start = at;
        length = 0;
        if (char.IsAsciiDigit(text[at]))
        {
            ReadNumber(at);
        }
        else
        {
            ReadWord(at);
            if (length == 1)
            {
                ReadSpaced();
            }
        }

        return true;
    }

    private void ReadNumber(int at)
    {
        while (at < text.Length && length < MaxForm)
        {
            var c = text[at];
            if (!char.IsAsciiDigit(c)
                && !(c == '.' && length < MaxForm - 1 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                break;
            }

            form[length++] = c;
            at++;
        }

        End = at;
    }

    private void ReadWord(int at)
    {
        while (at < text.Length && length < MaxForm)
        {
            var folded = Letters.Fold(text[at]);
            if (folded > Letters.Mark)
            {
                form[length++] = folded;
            }
            else if (folded == Letters.Separator)
            {
                break;
            }
            else if (text[at] == '\u0306' && form[length - 1] == 'и')
            {
                form[length - 1] = 'й';
            }

            at++;
        }

        End = at;
    }

    private void ReadSpaced()
    {
        var letters = 1;
        var at = End;
        while (letters < MaxForm && IsSpacedLetter(at))
        {
            letters++;
            at += 2;
        }

        if (letters < SpacedLetters)
        {
            return;
        }

        for (var i = End + 1; i < at; i += 2)
        {
            form[length++] = Letters.Fold(text[i]);
        }

        End = at;
    }

    private readonly bool IsSpacedLetter(int at) =>
        at + 1 < text.Length && (text[at] is ' ' or '\u00A0')
        && Letters.IsWord(text[at + 1]) && !char.IsAsciiDigit(text[at + 1])
        && (at + 2 >= text.Length || Letters.Fold(text[at + 2]) == Letters.Separator);
}
