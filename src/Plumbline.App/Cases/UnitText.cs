using System.Security.Cryptography;
using System.Text;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;

namespace Plumbline.App.Cases;

/// <summary>A piece of a unit's documents that is shown at once.</summary>
/// <param name="Member">The member, by its number.</param>
/// <param name="Range">Range in the member's document; of a row, of its columns.</param>
internal sealed record TextPart(int Member, TextSpan Range);

/// <summary>
/// The documents of a unit, in parts small enough for a browser: a text of a million letters, or a table of ten thousand columns, must not
/// stop the page.
/// </summary>
internal sealed class UnitText
{
    /// <summary>UTF-16 units of a part, about; a part ends at the end of a line where there is one.</summary>
    public const int PartLength = 120_000;

    /// <summary>Columns of a row in a part.</summary>
    public const int PartColumns = 300;

    private UnitText(IReadOnlyList<OpenMember> members, IReadOnlyList<TextPart> parts, string version) => (Members, Parts, Version) = (members, parts, version);

    /// <summary>The members.</summary>
    public IReadOnlyList<OpenMember> Members { get; }

    /// <summary>The parts, in order; at least one.</summary>
    public IReadOnlyList<TextPart> Parts { get; }

    /// <summary>Changes when the texts do.</summary>
    public string Version { get; }

    /// <summary>Cuts members into parts.</summary>
    public static UnitText Of(IReadOnlyList<OpenMember> members)
    {
        var parts = new List<TextPart>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (member, index) in members.Select((m, i) => (m, i)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{member.Member.Id.Value} {member.Range} {member.Text.Length}"));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(member.Range.In(member.Text).AsSpan()));
            if (member.Row is { } row)
            {
                row.Values.ToList().ForEach(v => hash.AppendData(Encoding.UTF8.GetBytes(v ?? "")));
                for (var column = 0; column < Math.Max(1, row.Values.Count); column += PartColumns)
                {
                    parts.Add(new TextPart(index, new TextSpan(column, Math.Min(column + PartColumns, row.Values.Count))));
                }

                continue;
            }

            for (var from = member.Range.Start; from < member.Range.End || from == member.Range.Start;)
            {
                var to = End(member.Text, from, member.Range.End);
                parts.Add(new TextPart(index, new TextSpan(from, to)));
                if (to >= member.Range.End)
                {
                    break;
                }

                from = to;
            }
        }

        return new UnitText(members, parts, Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }

    /// <summary>The part that holds a place of a document; 0 when none does.</summary>
    public int PartOf(string document, int offset)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Members[Parts[i].Member] is { Row: null } member && member.Member.Document.Hex == document && Parts[i].Range.Start <= offset && offset < Parts[i].Range.End)
            {
                return i;
            }
        }

        return 0;
    }

    private static int End(string text, int from, int end)
    {
        if (end - from <= PartLength)
        {
            return end;
        }

        var line = text.LastIndexOf('\n', from + PartLength - 1, PartLength / 2);
        var to = line > from ? line + 1 : from + PartLength;
        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }
}
