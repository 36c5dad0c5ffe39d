using System.Runtime.CompilerServices;

namespace Plumbline.Tests.Support;

/// <summary>
/// Golden files: the text must equal <c>Expectations/Type.Method.verified.txt</c> beside the test. On a difference the
/// text is written as <c>.received.txt</c>; PLUMB_ACCEPT=1 accepts it, so that a person reads the difference in the diff.
/// </summary>
internal static class Golden
{
    public static void Verify(string text, string? variant = null, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "Expectations");
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(variant is null ? "" : "." + variant)}";
        var verified = Path.Combine(folder, name + ".verified.txt");
        var received = Path.Combine(folder, name + ".received.txt");
        var actual = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("PLUMB_ACCEPT") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(verified, actual);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "(no golden file)\n";
        if (expected != actual)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(received, actual);
        }

        Assert.Equal(expected, actual);
    }
}
