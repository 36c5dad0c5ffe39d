using System.Globalization;
using System.Text;

namespace Plumbline.Cli.Output;

/// <summary>How a line is coloured; nothing depends on colour alone.</summary>
internal enum Ink
{
    None,
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
    Cyan,
}

/// <summary>
/// Where a person reads: answers go to standard output, progress and errors to standard error. Everything that came out
/// of a file passes <see cref="SafeText"/> before it gets here.
/// </summary>
internal sealed class Screen
{
    /// <summary>Width where there is no terminal.</summary>
    public const int DefaultWidth = 100;

    private readonly TextWriter writer;

    public Screen(TextWriter writer, int width, bool colors)
    {
        this.writer = writer;
        Width = Math.Max(20, width);
        Colors = colors;
    }

    /// <summary>Columns of the terminal; <see cref="DefaultWidth"/>, or COLUMNS, where there is none.</summary>
    public int Width { get; }

    /// <summary>True when colours are shown.</summary>
    public bool Colors { get; }

    /// <summary>True once anything was written.</summary>
    public bool HasWritten { get; private set; }

    public void WriteLine()
    {
        HasWritten = true;
        writer.Write('\n');
    }

    public void WriteLine(string text, Ink ink = Ink.None)
    {
        Write(text, ink);
        writer.Write('\n');
    }

    public void Write(string text, Ink ink = Ink.None)
    {
        HasWritten = true;
        if (!Colors || ink == Ink.None || text.Length == 0)
        {
            writer.Write(text);
            return;
        }

        var code = ink switch { Ink.Bold => "1", Ink.Dim => "2", Ink.Red => "31", Ink.Yellow => "33", Ink.Green => "32", _ => "36" };
        writer.Write($"\x1b[{code}m{text}\x1b[0m");
    }

    /// <summary>Writes text broken at the width; lines after the first stand <paramref name="hang"/> further in.</summary>
    public void WriteWrapped(string text, int indent = 0, int hang = 0, Ink ink = Ink.None)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var lines = Wrapping.Wrap(paragraph, Width - indent - hang);
            for (var i = 0; i < lines.Count; i++)
            {
                Write(new string(' ', indent + (i == 0 ? 0 : hang)));
                WriteLine(lines[i], ink);
            }
        }
    }

    /// <summary>Writes what is to be copied or piped as it is.</summary>
    public void WriteRaw(ReadOnlySpan<char> text)
    {
        HasWritten = true;
        writer.Write(text);
    }

    public void Flush() => writer.Flush();

    /// <summary>A number for people: digits in groups of three.</summary>
    public static string Digits(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun.</summary>
    public static string Count(long number, string one, string many) => $"{Digits(number)} {(number == 1 ? one : many)}";

    /// <summary>UTF-8 without a mark, whatever the system's code page.</summary>
    public static readonly Encoding Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
