using System.Text;

namespace Plumbline.Invented;

/// <summary>Damage that scanning and copying does: lines broken in the middle, double spaces, soft hyphens, Latin letters that look Cyrillic in long words.</summary>
internal static class InventedDefects
{
    /// <summary>Spoils the text but none of its figures and names: what it says stays the same to a patient reader.</summary>
    public static string Spoil(string text, ref InventedDice dice)
    {
        var kind = dice.Next(3);
        var spoiled = new StringBuilder(text.Length + 200);
        var line = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line = c == '\n' ? 0 : line + 1;
            if (kind == 0 && c == ' ' && line > 70)
            {
                spoiled.Append('\n');
                line = 0;
            }
            else if (kind == 1 && c == ' ' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]) && dice.Chance(0.05))
            {
                spoiled.Append("  ");
            }
            else if (kind == 2 && c is 'о' && i > 4 && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]) && dice.Chance(0.004))
            {
                spoiled.Append('o');
            }
            else
            {
                spoiled.Append(c);
            }
        }

        return spoiled.ToString();
    }
}
