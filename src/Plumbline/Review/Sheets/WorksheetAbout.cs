using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Review.Sheets;

/// <summary>
/// What a worksheet says of itself, in its sheet <c>about</c>: the case and build that it was made from, what its coder is shown, the
/// definitions that they code under. A check over it, and one in each row, find what was changed by accident. They hold no secret: who
/// wants to deceive about what they had seen can, as with <c>plumb code --blind</c>.
/// </summary>
internal sealed record WorksheetAbout
{
    /// <summary>Name of the sheet.</summary>
    public const string Sheet = "about";

    private const string Form = "1";
    private const int CheckDigits = 12;

    /// <summary>The case: hash of the entry that says that it was created.</summary>
    public required string Case { get; init; }

    /// <summary>Digest of the build.</summary>
    public required string Build { get; init; }

    /// <summary>Table of the units.</summary>
    public required string Kind { get; init; }

    /// <summary>True when the machine's values are not in it.</summary>
    public required bool Blind { get; init; }

    /// <summary>Variables with the hashes of their definitions, in the order of the sheet.</summary>
    public required IReadOnlyList<(string Variable, string Definition)> Variables { get; init; }

    /// <summary>Rows of the sheet, a name and a text each; the last is the check over the others.</summary>
    public IReadOnlyList<(string Name, string Text)> Rows()
    {
        List<(string Name, string Text)> rows =
        [
            ("plumbline worksheet", Form), ("case", Case), ("build", Build), ("kind", Kind), ("blind", Blind ? "yes" : "no"),
            .. Variables.Select(v => ("definition of " + v.Variable, v.Definition)),
        ];
        rows.Add(("check", Digest(rows.SelectMany(r => new[] { r.Name, r.Text }))));
        return rows;
    }

    /// <summary>Check of a row: over this sheet, the unit, and what was shown of it.</summary>
    public string CheckOf(string unit, IEnumerable<string> shown) => Digest([Rows()[^1].Text, unit, .. shown])[..CheckDigits];

    /// <summary>Reads the sheet.</summary>
    /// <exception cref="Evidence.UsageException">It is not as it was written.</exception>
    public static WorksheetAbout Read(SheetTable table)
    {
        var rows = table.Rows.Select(r => (Name: r[0], Text: r[1])).ToList();
        string Of(string name) => rows.Where(r => r.Name == name).Select(r => r.Text).DefaultIfEmpty("").First();
        const string definition = "definition of ";
        var about = new WorksheetAbout
        {
            Case = Of("case"),
            Build = Of("build"),
            Kind = Of("kind"),
            Blind = Of("blind") == "yes",
            Variables = [.. rows.Where(r => r.Name.StartsWith(definition, StringComparison.Ordinal)).Select(r => (r.Name[definition.Length..], r.Text))],
        };
        return rows.SequenceEqual(about.Rows()) ? about : throw SheetProblems.AboutChanged();
    }

    private static string Digest(IEnumerable<string> parts)
    {
        var text = new StringBuilder("plumbline/worksheet/1");
        foreach (var part in parts)
        {
            text.Append('\0').Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
