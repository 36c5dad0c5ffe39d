using System.Text;

namespace Plumbline.Tests.Custody.Erasing;

/// <summary>Words that must be in no file.</summary>
internal static class Secret
{
    public const string Words = "Варвара Ыщукина";

    /// <summary>Tells which units name her.</summary>
    public const string Codebook = """
        unit: rulings
        of: document
        variables:
          named:
            type: yes/no
            silence: no
            rules:
              - value: yes
                when: ыщукина
        """;

    /// <summary>Files under a folder that hold the words in UTF-8, UTF-16 or windows-1251, or in their names.</summary>
    public static List<string> In(string folder, string words = Words)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding[] forms = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding(1251)];
        var patterns = forms.SelectMany(f => words.Split(' ').Select(f.GetBytes)).ToList();
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => words.Split(' ').Any(w => f[folder.Length..].Contains(w, StringComparison.Ordinal))
                    || File.ReadAllBytes(f) is var bytes && patterns.Exists(p => bytes.AsSpan().IndexOf(p) >= 0)),
        ];
    }
}
