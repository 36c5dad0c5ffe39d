using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review.Sheets;

namespace Plumbline.Pipeline.Sheets;

/// <summary>A worksheet that was written.</summary>
/// <param name="Kind">Kind of its units.</param>
/// <param name="Units">Its units.</param>
/// <param name="Unread">Of these, units that are out of the claim as long as nobody reads them: the last rows.</param>
/// <param name="Variables">Variables to code.</param>
/// <param name="Blind">True when the machine's values are not in it.</param>
/// <param name="Build">Digest of the build that it was made from.</param>
public sealed record WorksheetReport(string Kind, int Units, int Unread, IReadOnlyList<string> Variables, bool Blind, string Build);

/// <summary>Writes worksheets for coders out of the build in use.</summary>
public static class CaseWorksheet
{
    private const int Around = 60;
    private const int LongestWords = 400;

    /// <summary>Writes a workbook; the file appears when it is whole.</summary>
    /// <exception cref="UsageException">The file is there already, or there is nothing to code.</exception>
    public static WorksheetReport Write(CaseFolder folder, string path, UnitSelection selection, bool blind)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(selection);
        if (Path.Exists(path))
        {
            throw SheetProblems.Exists(Path.GetFileName(path));
        }

        var settings = CaseSettings.Read(folder);
        using var built = BuiltCase.Open(folder);
        var (codebook, chosen, variables, unread) = selection.Resolve(built);
        using var units = built.ToDecide(codebook, chosen);
        var key = codebook.Key.Select(k => codebook.Kind.Find(k)!).Where(k => !variables.Contains(k)).ToList();
        var content = new WorksheetContent
        {
            About = new WorksheetAbout
            {
                Case = CaseIdOf(folder),
                Build = built.Digest,
                Kind = codebook.Kind.Table,
                Blind = blind,
                Variables = [.. variables.Select(v => (v.Name, v.ComputeDefinitionHash()))],
            },
            Title = settings.Title,
            Label = codebook.Label,
            InRussian = settings.Languages[0] == "ru",
            Key = key,
            Variables = variables,
            Rows = [.. chosen.Select(u => Row(units, u, key, variables))],
        };
        var next = path + ".new";
        try
        {
            using (var stream = new FileStream(next, FileMode.Create, FileAccess.ReadWrite))
            {
                WorksheetWriter.Write(stream, content);
            }

            File.Move(next, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PipelineProblems.CannotWriteFile(Path.GetFileName(path), e);
        }

        return new WorksheetReport(codebook.Kind.Table, chosen.Count, unread, [.. variables.Select(v => v.Name)], blind, built.Digest);
    }

    private static string CaseIdOf(CaseFolder folder)
    {
        using var journal = Journal.OpenRead(folder);
        return journal.Entries(JournalWords.CaseCreated).Select(e => e.Hash).Min(StringComparer.Ordinal)!;
    }

    private static WorksheetRow Row(UnitsToDecide units, string unit, IReadOnlyList<Variable> key, IReadOnlyList<Variable> variables) => new(
        unit,
        units.FileOf(unit),
        [.. key.Select(k => string.Join("; ", units.Machine(k.Name)[unit].Select(c => c.Value).OfType<string>().Distinct(StringComparer.Ordinal)))],
        [.. variables.Select(v => new WorksheetCell(DecisionMaking.Machine(units.Machine(v.Name)[unit]), string.Join("\n", units.Machine(v.Name)[unit].Select(Words).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal))))]);

    private static string Words(MachineCoding coding)
    {
        var words = coding.Evidence switch
        {
            TextSelector text => $"{(text.Prefix.Length > 0 ? "… " : "")}{Last(text.Prefix)}«{text.Exact}»{First(text.Suffix)}{(text.Suffix.Length > 0 ? " …" : "")}",
            RecordSelector record => $"{record.Column}: {record.Value}",
            _ => "",
        };
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..LongestWords] + "…";
    }

    private static string Last(string text) => text.Length <= Around ? text : text[^Around..];

    private static string First(string text) => text.Length <= Around ? text : text[..Around];
}
