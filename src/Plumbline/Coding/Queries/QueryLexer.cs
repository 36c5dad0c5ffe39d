namespace Plumbline.Coding.Queries;

internal enum PieceKind
{
    Word,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
    Before,
    Sentence,
    Section,
    End,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it starts in the text.</param>
/// <param name="Text">As written; of a phrase what stands between the quotes; of a section its name.</param>
/// <param name="Inner">Where <paramref name="Text"/> starts.</param>
/// <param name="Number">Distance.</param>
/// <param name="IsExact">An = stood before it.</param>
internal readonly record struct Piece(PieceKind Kind, int At, string Text, int Inner, int Number = 0, bool IsExact = false);

/// <summary>Cuts a query into words, phrases, operators and parentheses.</summary>
internal sealed class QueryLexer(string text, QueryProblems faults)
{
    private const string Quotes = "\"«»“”„‟";
    private const string Senseless = "~!^&|[]{}%+\\<>";
    private readonly List<Piece> pieces = [];
    private int at;

    public List<Piece> Read()
    {
        if (text.Length > QueryLimits.Length)
        {
            throw faults.TooLong();
        }

        while (SkipSpace())
        {
            var c = text[at];
            if (c is '(' or ')')
            {
                pieces.Add(new Piece(c == '(' ? PieceKind.Open : PieceKind.Close, at, c.ToString(), at));
                at++;
            }
            else if (Quotes.Contains(c))
            {
                ReadPhrase(at, isExact: false);
            }
            else
            {
                ReadPiece();
            }
        }

        pieces.Add(new Piece(PieceKind.End, text.Length, "", text.Length));
        return pieces;
    }

    private bool SkipSpace()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at])))
        {
            at++;
        }

        return at < text.Length;
    }

    private void ReadPhrase(int start, bool isExact)
    {
        var closing = text[at] switch { '"' => "\"", '«' => "»", _ => "“”\"»" };
        var end = text.AsSpan(at + 1).IndexOfAny(closing);
        if (end < 0)
        {
            throw faults.OpenQuote(at);
        }

        pieces.Add(new Piece(PieceKind.Phrase, start, text.Substring(at + 1, end), at + 1, IsExact: isExact));
        at += end + 2;
    }

    private void ReadPiece()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')') && !Quotes.Contains(text[at]))
        {
            at++;
        }

        var piece = text[start..at];
        if (piece == "=" && at < text.Length && Quotes.Contains(text[at]))
        {
            ReadPhrase(start, isExact: true);
            return;
        }

        if (ReadOperator(piece, start) || ReadDistance(piece, start) || ReadSection(piece, start))
        {
            return;
        }

        CheckSigns(piece, start);
        var isExact = piece[0] == '=';
        pieces.Add(new Piece(PieceKind.Word, start, isExact ? piece[1..] : piece, isExact ? start + 1 : start, IsExact: isExact));
    }

    private bool ReadOperator(string piece, int start)
    {
        PieceKind? kind = piece switch
        {
            "AND" or "И" => PieceKind.And,
            "OR" or "ИЛИ" => PieceKind.Or,
            "NOT" or "НЕ" => PieceKind.Not,
            _ => null,
        };
        if (kind is { } known)
        {
            pieces.Add(new Piece(known, start, piece, start));
        }

        return kind is not null;
    }

    private bool ReadDistance(string piece, int start)
    {
        var slash = piece.IndexOf('/', StringComparison.Ordinal);
        var name = (slash < 0 ? piece : piece[..slash]).ToLowerInvariant();
        if (slash < 0)
        {
            // "pre /3": the slash went astray.
            if (name is "w" or "pre" && SkipSpace() && text[at] == '/')
            {
                var rest = text.AsSpan(at).IndexOfAny(' ', ')', '\n') is var end and >= 0 ? text.Substring(at, end) : text[at..];
                throw faults.Misspelled(start, piece + " " + rest, name + (rest.Length > 1 ? rest : "/5"));
            }

            return false;
        }

        var value = piece[(slash + 1)..];
        if (name is not ("w" or "pre"))
        {
            return name is "" or "near" or "n" or "within" or "adj" or "prox" or "before" or "p" or "в" && value.Length > 0 && value.All(char.IsAsciiDigit)
                ? throw faults.Misspelled(start, piece, $"{(name is "before" or "p" ? "pre" : "w")}/{value}")
                : false;
        }

        if (value is "s" or "S" or "с" or "С" && name == "w")
        {
            pieces.Add(new Piece(PieceKind.Sentence, start, piece, start));
            return true;
        }

        if (value.Length is 0 or > 4 || !value.All(char.IsAsciiDigit)
            || int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) is not (>= 1 and <= QueryLimits.Distance and var number))
        {
            throw faults.Distance(start, name);
        }

        pieces.Add(new Piece(name == "w" ? PieceKind.Near : PieceKind.Before, start, piece, start, number));
        return true;
    }

    private bool ReadSection(string piece, int start)
    {
        var colon = piece.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !piece.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var scope = piece[..colon];
        if (!scope.Equals("section", StringComparison.OrdinalIgnoreCase) && !scope.Equals("раздел", StringComparison.OrdinalIgnoreCase))
        {
            return colon == piece.Length - 1 ? false : throw faults.UnknownScope(start, scope);
        }

        if (colon == piece.Length - 1)
        {
            throw faults.SectionName(start);
        }

        pieces.Add(new Piece(PieceKind.Section, start, piece[(colon + 1)..], start + colon + 1));
        return true;
    }

    private void CheckSigns(string piece, int start)
    {
        var sign = piece.AsSpan().IndexOfAny(Senseless);
        if (sign >= 0)
        {
            throw faults.Sign(start + sign, piece[sign]);
        }

        if (piece.Length > 1 && piece[0] == '-' && char.IsLetterOrDigit(piece[1]))
        {
            throw faults.Sign(start, '-');
        }
    }
}
