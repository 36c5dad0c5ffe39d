using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Cli.Output;

/// <summary>
/// The JSON that programs read (docs/json.md). An answer is one object with <c>version</c> and <c>verb</c> at its head,
/// or, where the contract says so, an array of rows. Characters that could act on a terminal are written as escapes.
/// </summary>
internal static class JsonOutput
{
    /// <summary>Version of the form. Keys may be added in it; none changes its meaning or goes away.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = CreateEncoder(),
    };

    /// <summary>Writes one object with <c>version</c>, <c>verb</c>, then what <paramref name="body"/> adds.</summary>
    public static void Object(Screen screen, string verb, Action<Utf8JsonWriter> body) => Write(screen, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("verb", verb);
        body(json);
        json.WriteEndObject();
    });

    /// <summary>Writes one array.</summary>
    public static void Array(Screen screen, Action<Utf8JsonWriter> items) => Write(screen, json =>
    {
        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
    });

    /// <summary>Writes <c>problems</c>, the same form everywhere.</summary>
    public static void Problems(Utf8JsonWriter json, IEnumerable<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            Problem(json, problem);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one problem.</summary>
    public static void Problem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("severity", problem.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" });
        json.WriteString("sentence", problem.Sentence);
        json.WriteString("try", problem.Try);
        json.WriteString("file", problem.Place.File);
        Number(json, "line", problem.Place.Line);
        Number(json, "column", problem.Place.Column);
        json.WriteString("document", problem.Place.Document?.Hex);
        json.WriteString("unit", problem.Place.Unit?.Value);
        json.WriteEndObject();
    }

    // The encoder itself knows those below U+00A0; what turns the direction of a line it lets pass.
    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(SafeText.ActsOnTerminal)]);
        return JavaScriptEncoder.Create(settings);
    }

    private static void Number(Utf8JsonWriter json, string name, int value)
    {
        if (value > 0)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Screen screen, Action<Utf8JsonWriter> write)
    {
        using var stream = new ScreenStream(screen);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            write(json);
        }

        screen.WriteLine();
    }

    /// <summary>Passes UTF-8 on as text, so that large answers are never whole in memory.</summary>
    private sealed class ScreenStream(Screen screen) : Stream
    {
        private readonly System.Text.Decoder decoder = Screen.Encoding.GetDecoder();
        private char[] chars = new char[16 * 1024];

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (chars.Length < buffer.Length + 1)
            {
                chars = new char[buffer.Length + 1];
            }

            screen.WriteRaw(chars.AsSpan(0, decoder.GetChars(buffer, chars, flush: false)));
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
