using System.Text;

namespace Plumbline.Custody.Files;

/// <summary>
/// A path as the system knows it. On Linux a name is bytes, not text (archives unpacked from Windows are full of windows-1251
/// and CP866 names); .NET turns such a name into question marks and can't open it any more, so there the bytes are kept.
/// </summary>
internal readonly struct NativePath
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private NativePath(string text, byte[]? bytes)
    {
        Text = text;
        ZeroEnded = bytes;
    }

    /// <summary>For .NET calls; for people only where <see cref="ZeroEnded"/> is null.</summary>
    public string Text { get; }

    /// <summary>The bytes with a zero after them; null where the system takes text.</summary>
    public byte[]? ZeroEnded { get; }

    public static NativePath Of(string path) =>
        new(path, LinuxFiles.IsUsable ? [.. Encoding.UTF8.GetBytes(path), 0] : null);

    public NativePath Child(string name) => Of(Path.Combine(Text, name));

    /// <summary>The entry of this folder with this name.</summary>
    public NativePath Child(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> folder = ZeroEnded.AsSpan(0, ZeroEnded!.Length - 1);
        var slash = folder[^1] == (byte)'/' ? "" : "/";
        return new NativePath(Text + slash + NameOf(name), [.. folder, .. Encoding.ASCII.GetBytes(slash), .. name, 0]);
    }

    /// <summary>The name as text. A byte that is not UTF-8 becomes four characters, <c>\xcf</c>: two names stay two names.</summary>
    public static string NameOf(ReadOnlySpan<byte> name)
    {
        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder(name.Length * 2);
            while (name.Length > 0)
            {
                var isWhole = Rune.DecodeFromUtf8(name, out var rune, out var taken) == System.Buffers.OperationStatus.Done;
                for (var i = 0; !isWhole && i < taken; i++)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{name[i]:x2}");
                }

                _ = isWhole ? text.Append(rune) : text;
                name = name[taken..];
            }

            return text.ToString();
        }
    }
}
