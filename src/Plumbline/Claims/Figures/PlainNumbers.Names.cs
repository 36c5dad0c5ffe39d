using System.Text.RegularExpressions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>Numbers in names ("Channel 5", "Boeing 737", "47news"), addresses, case numbers, marks of footnotes and headings.</summary>
internal static partial class PlainNumbers
{
    /// <summary>Words that a number makes a name of, whatever follows it.</summary>
    private static readonly HashSet<string> NameWords = new(StringComparer.Ordinal)
    {
        "channel", "boeing", "airbus", "strategy", "covid", "school", "gate", "room", "flight", "precinct", "brigade", "colony", "camp", "prison", "route", "highway", "windows", "android", "iphone", "group", "formula", "area", "pier", "terminal",
        "канал", "канала", "канале", "стратегия", "стратегии", "стратегию", "школа", "школы", "школе", "поликлиника", "колония", "колонии", "отдел", "сизо", "ик", "ифв", "отряд", "палата", "боинг", "цех", "маршрут", "рота", "камера",
    };

    private static readonly HashSet<string> Streets = new(StringComparer.Ordinal)
    {
        "street", "st", "avenue", "ave", "lane", "road", "rd", "prospect", "prospekt", "square", "boulevard", "embankment", "highway", "ulitsa", "pereulok", "drive", "way", "улица", "улице", "улицы", "улицу", "ул", "проспект", "проспекте", "проспекта", "пр", "просп",
        "переулок", "переулке", "пер", "площадь", "площади", "пл", "шоссе", "бульвар", "бульваре", "бул", "наб", "набережная", "набережной", "проезд", "проезде", "ш", "вал", "пр-т", "т",
    };

    private static readonly HashSet<string> PeopleCounted = new(StringComparer.Ordinal)
    {
        "people", "persons", "arrests", "detentions", "detainees", "arrestees", "rulings", "cases", "protesters", "protestors", "demonstrators", "participants", "activists", "fines", "complaints", "men", "women", "children", "prisoners", "victims",
        "officers", "shipments", "contracts", "documents", "records", "companies", "items", "units", "cameras", "vehicles", "tonnes", "tons", "deaths", "requests", "appeals", "voters", "votes",
    };

    /// <summary>Text between brackets alone: a mark of a footnote; a decimal at the head of a heading: its number.</summary>
    private static (Figure Figure, int Next)? Mark(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (!token.IsPlain && token.Decimals == 0)
        {
            return null;
        }

        if (at > 0 && at + 1 < tokens.Count && tokens[at - 1].Is("[") && tokens[at + 1].Is("]"))
        {
            return Made(text, tokens, at, token.End, FigureKind.Reference);
        }

        return at == 0 && token.Decimals is 1 or 2 && token.Text.Contains('.', StringComparison.Ordinal) && tokens.Count > 1 && tokens[1].IsCapital && !tokens[1].IsGlued && !Codes.Contains(tokens[1].Text) && token.Value < 100
               && Units.Read(tokens, 1, 2) is not { Kind: not FigureKind.Count }
            ? Made(text, tokens, at, token.End, FigureKind.ListNumber)
            : null;
    }

    /// <summary>"47news", "Channel 5", "Boeing 737", "Petrovka 38".</summary>
    private static (Figure Figure, int Next)? Named(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        var token = tokens[at];
        if (at + 1 < tokens.Count && tokens[at + 1] is { IsGlued: true, Kind: TokenKind.Word, Text.Length: > 1 } tail && token.IsPlain && NumberReader.Read(tokens, at) is { IsScaled: false }
            && Units.Read(tokens, at + 1, 2) is not { Kind: not FigureKind.Count } && tail.Text is not ("am" or "pm" or "st" or "nd" or "rd" or "th" or "чел" or "hrs" or "hr" or "x" or "х" or "раз"))
        {
            return Made(text, tokens, at, tail.End, FigureKind.Name);
        }

        if (at == 0 || !token.IsPlain || tokens[at - 1] is not { Kind: TokenKind.Word } before)
        {
            return null;
        }

        if (NameWords.Contains(before.Text) && (before.IsCapital || !char.IsAscii(before.Text[0])) && Units.Read(tokens, at + 1, 2).Kind == FigureKind.Count && token.Value < 10_000
            && !(Units.Read(tokens, at + 1, 2).Unit is not null && !before.IsCapital))
        {
            return Made(text, tokens, at, token.End, FigureKind.Name);
        }

        // A capital word inside of a sentence, directly before a number that counts nothing.
        var isFirst = at == 1 || tokens[at - 2].EndsSentence || tokens[at - 2].Text is "\"" or "«" or "“" or ":" or "–";
        return before.IsCapital && !isFirst && before.Text.Length > 1 && token.Value is > 1 and < 1900 && NumberReader.Read(tokens, at) is { IsScaled: false } && !Months.ContainsKey(before.Text) && Units.Currency(before.Text) is null
               && Units.Read(tokens, at + 1, 2) is { Unit: null, Kind: FigureKind.Count } && Hedges.FindBefore(tokens, at, Math.Max(0, at - 4)).Count == 0
               && !(at + 1 < tokens.Count && tokens[at + 1].Text is "of" or "out" or "из" or "to" or "-" or "–" or "/" or "were" or "was" or "are" or "have")
            ? Made(text, tokens, at, token.End, FigureKind.Name)
            : null;
    }

    /// <summary>"ул. Ленина, 5", "Petrovka street, 38", "10 Downing Street".</summary>
    private static (Figure Figure, int Next)? Address(string text, IReadOnlyList<FigureToken> tokens, int at)
    {
        if (!tokens[at].IsPlain || tokens[at].Value is < 1 or > 9999 || NumberReader.Read(tokens, at) is { IsScaled: true })
        {
            return null;
        }

        for (var i = at + 1; i < Math.Min(tokens.Count, at + 4) && tokens[i] is { Kind: TokenKind.Word, IsCapital: true }; i++)
        {
            if (i > at + 1 && Streets.Contains(tokens[i].Text) && char.IsAscii(tokens[i].Text[0]))
            {
                return Made(text, tokens, at, tokens[at].End, FigureKind.Reference);
            }
        }

        if (at < 2 || (Units.Read(tokens, at + 1, tokens[at].Value) is { Unit: not null } or { Kind: not FigureKind.Count }))
        {
            return null;
        }

        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (tokens[i].EndsSentence || (tokens[i].Kind != TokenKind.Word && tokens[i].Text is not ("," or "." or "-")) || (tokens[i].Kind == TokenKind.Word && !tokens[i].IsCapital && !Streets.Contains(tokens[i].Text)))
            {
                return null;
            }

            if (Streets.Contains(tokens[i].Text) && tokens[i].Text != "т" && (i < at - 1 || i > 0 && tokens[i - 1].IsCapital))
            {
                return Made(text, tokens, at, tokens[at].End, FigureKind.Reference);
            }
        }

        return null;
    }

    /// <summary>"№ 5-123/2021", "case 02-0456/2012", "54-FZ": a number with a dash or slash glued to more.</summary>
    private static int CaseTail(string text, int start) => CaseNumber().Match(text, start) is { Success: true } match ? match.Index + match.Length : start;

    /// <summary>Ivan Petrov, 34, said; (34).</summary>
    private static bool IsAgeInCommas(IReadOnlyList<FigureToken> tokens, int at) =>
        at > 1 && tokens[at] is { IsPlain: true, Value: >= 10 and <= 105 } && at + 1 < tokens.Count
        && ((tokens[at - 1].Is(",") && tokens[at + 1].Text is "," or "." or ")" or ";") || (tokens[at - 1].Is("(") && tokens[at + 1].Is(")")))
        && tokens[at - 2] is { IsCapital: true, Kind: TokenKind.Word } name && !Streets.Contains(name.Text) && !Months.ContainsKey(name.Text)
        && (at < 3 || !(tokens[at - 3].Kind == TokenKind.Word && Streets.Contains(tokens[at - 3].Text)) && !(tokens[at - 3].Is(".") && at > 3 && Streets.Contains(tokens[at - 4].Text)));

    [GeneratedRegex(@"\G\d{1,12}\p{L}{0,2}(?:[-–/](?:\p{L}{0,4}\d{1,12}\p{L}{0,3}|(?:FZ|ФЗ|ФКЗ|ОЗ|З)))+(?![\p{L}\d])", RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
