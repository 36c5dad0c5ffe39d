using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.App.Hosting;
using Plumbline.Cases;
using Plumbline.Cli;

namespace Plumbline.App.Cases;

/// <summary>A case that somebody wants to have.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Template">Name of a template.</param>
/// <param name="Who">Their pseudonym in it.</param>
internal sealed record NewCase(string Name, string Template, string Who)
{
    private const int LongestName = 80;

    private static readonly string[] Reserved = ["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name as a folder of every system can have it; empty when nothing of it is left.</summary>
    public static string FolderName(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.Trim().Normalize().EnumerateRunes().Take(LongestName))
        {
            var isPlain = Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or ' ' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
            clean.Append(isPlain ? rune.ToString() : "-");
        }

        var text = clean.ToString().Trim('.', ' ', '-');
        return Reserved.Contains(text.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? text + "-" : text;
    }

    /// <summary>Makes it.</summary>
    public CaseFolder In(AppOptions options)
    {
        var path = Path.Combine(options.Home, FolderName(Name));
        var made = CaseAccess.Make(path, CaseTemplates.Find(Template), Who, options.Clock, options.SyncedBy(path), allowSynced: false);
        // Its title is what they call it; a string of JSON is one of YAML too.
        var title = "title: " + JsonSerializer.Serialize(Name.Trim(), Readable);
        File.WriteAllLines(made.CaseYaml, File.ReadAllLines(made.CaseYaml).Select(line => line.StartsWith("title:", StringComparison.Ordinal) ? title : line));
        return made;
    }
}
