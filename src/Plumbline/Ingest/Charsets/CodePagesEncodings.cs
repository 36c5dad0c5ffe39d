using System.Text;

namespace Plumbline.Ingest.Charsets;

/// <summary>Encodings by name, without registering a provider for the whole program.</summary>
internal sealed class CodePagesEncodings
{
    private static readonly EncodingProvider Provider = CodePagesEncodingProvider.Instance;

    public CodePagesEncodings()
    {
        Windows1251 = Provider.GetEncoding(1251)!;
        Russian = [Windows1251, Provider.GetEncoding("koi8-r")!, Provider.GetEncoding(866)!, Provider.GetEncoding("iso-8859-5")!];
    }

    public Encoding Windows1251 { get; }

    /// <summary>Charsets that Russian texts come in, the most likely first.</summary>
    public Encoding[] Russian { get; }

    /// <summary>By a name that a file declares; null for a name that nobody knows, for UTF-7 and for what is not a charset of text.</summary>
    public Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 40)
        {
            return null;
        }

        try
        {
            return Provider.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
