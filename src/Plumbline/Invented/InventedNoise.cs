using System.Text;

namespace Plumbline.Invented;

/// <summary>
/// What comes of printing a ruling, scanning it and reading it by machine: page heads in the middle of sentences, words parted at line ends and by stray
/// spaces, letters for zeros, pieces of a broken download. What it says stays the same to a patient reader.
/// </summary>
internal static class InventedNoise
{
    /// <summary>One to three kinds of noise, one after the other.</summary>
    public static string Spoil(string text, ref InventedDice dice)
    {
        var first = text.IndexOf("\n\n", StringComparison.Ordinal) + 2; // The line that says that all is invented stays as it is.
        var body = text[first..];
        for (var (i, times, kind) = (0, 1 + dice.Next(3), dice.Next(5)); i < times; i++, kind = (kind + 1 + dice.Next(4)) % 5)
        {
            body = kind switch
            {
                0 => Pages(body, ref dice),
                1 => LineEnds(body),
                2 => Zeros(body),
                3 => Spaces(body, ref dice),
                _ => Chunk(body, ref dice),
            };
        }

        return text[..first] + body;
    }

    /// <summary>The text without its end, as a download that broke off.</summary>
    public static string Cut(string text, ref InventedDice dice) => text[..(text.Length * (55 + dice.Next(20)) / 100)];

    private static string Pages(string text, ref InventedDice dice)
    {
        var spoiled = new StringBuilder(text.Length + 200);
        var (page, since, every) = (1, 0, 1300 + dice.Next(700));
        foreach (var c in text)
        {
            spoiled.Append(c);
            if (++since > every && c == ' ')
            {
                spoiled.Append('\n').Append(++page).Append("\n\n");
                since = 0;
            }
        }

        return spoiled.ToString();
    }

    // Lines of 72 characters, long words parted with a hyphen.
    private static string LineEnds(string text)
    {
        var spoiled = new StringBuilder(text.Length + 200);
        var (line, word) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line = c == '\n' ? 0 : line + 1;
            word = char.IsLetter(c) ? word + 1 : 0;
            if (line > 72 && c == ' ')
            {
                spoiled.Append('\n');
                line = 0;
                continue;
            }

            spoiled.Append(c);
            if (line > 72 && word == 4 && i + 4 < text.Length && char.IsLower(text[i + 1]) && char.IsLower(text[i + 2]) && char.IsLower(text[i + 3]) && char.IsLower(text[i + 4]))
            {
                spoiled.Append("-\n");
                line = 0;
            }
        }

        return spoiled.ToString();
    }

    // 1О ООО рублей: behind a digit or another such letter, in groups of three.
    private static string Zeros(string text)
    {
        var spoiled = new StringBuilder(text);
        for (var at = text.IndexOf(" 000", StringComparison.Ordinal); at > 0; at = text.IndexOf(" 000", at + 4, StringComparison.Ordinal))
        {
            spoiled[at + 1] = spoiled[at + 2] = spoiled[at + 3] = 'О';
        }

        return spoiled.ToString();
    }

    private static string Spaces(string text, ref InventedDice dice)
    {
        var spoiled = new StringBuilder(text.Length + 100);
        var word = 0;
        foreach (var c in text)
        {
            word = char.IsLower(c) ? word + 1 : 0;
            spoiled.Append(c);
            if (word == 5 && dice.Chance(0.015))
            {
                spoiled.Append(' ');
            }
        }

        return spoiled.ToString();
    }

    private static string Chunk(string text, ref InventedDice dice)
    {
        var at = text.IndexOf(' ', text.Length / 4 + dice.Next(Math.Max(1, text.Length / 4)));
        return at < 0 ? text : $"{text[..at]}\n\n1ff8\n\n{text[at..].TrimStart(' ')}";
    }
}
