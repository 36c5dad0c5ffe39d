using System.Globalization;

namespace Plumbline.Cli.Output;

/// <summary>The two streams of the process, or those of a test.</summary>
internal sealed class Terminal
{
    /// <summary>A terminal on given writers.</summary>
    public Terminal(TextWriter output, TextWriter error, int width, bool outputColors = false, bool errorColors = false, bool bars = false)
    {
        ErrorWriter = error;
        Out = new Screen(output, width, outputColors);
        Error = new Screen(error, width, errorColors);
        HasProgressBars = bars;
    }

    /// <summary>Standard output.</summary>
    public Screen Out { get; }

    /// <summary>Standard error.</summary>
    public Screen Error { get; }

    /// <summary>Standard error, for progress.</summary>
    public TextWriter ErrorWriter { get; }

    /// <summary>Where a person answers; null when nobody can be asked.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>True when bars can be drawn.</summary>
    public bool HasProgressBars { get; }

    /// <summary>
    /// The console of this process. Colours and bars only on a terminal; NO_COLOR (no-color.org), TERM=dumb and
    /// --no-color turn colours off. Width is the terminal's, else COLUMNS, else <see cref="Screen.DefaultWidth"/>.
    /// </summary>
    public static Terminal OfProcess(bool noColor)
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), Screen.Encoding, 16 * 1024) { AutoFlush = false };
        var error = new StreamWriter(Console.OpenStandardError(), Screen.Encoding, 1024) { AutoFlush = true };
        var isDumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        noColor |= isDumb || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Screen.Encoding;
        }

        return new Terminal(
            output, error, WidthNow(), !noColor && !Console.IsOutputRedirected, !noColor && !Console.IsErrorRedirected, !isDumb && !Console.IsErrorRedirected)
        {
            Answers = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
        };
    }

    private static int WidthNow()
    {
        if (!Console.IsOutputRedirected || !Console.IsErrorRedirected)
        {
            try
            {
                if (Console.WindowWidth is > 0 and var width)
                {
                    return width;
                }
            }
            catch (IOException)
            {
                // A terminal that does not know its width.
            }
        }

        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 20 and <= 1000
            ? columns
            : Screen.DefaultWidth;
    }
}
