using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Cases;
using Plumbline.Custody;

namespace Plumbline.Pipeline;

/// <summary>What a build of a case depends on, now.</summary>
internal static class CaseInputs
{
    /// <summary>Version of the program, with the id of its build: another program may read and code otherwise.</summary>
    public static string ProgramVersion { get; } =
        typeof(CaseInputs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Names what reads and codes: another one may give other tables.</summary>
    public static string Library { get; } = $"{ProgramVersion}/{typeof(CaseInputs).Assembly.ManifestModule.ModuleVersionId:N}/{CaseBuild.TablesVersion}";

    /// <summary>True when a build of some inputs is one of the case now: what was entered since may be such that no build reads it.</summary>
    public static bool AreThose(BuildInputs built, BuildInputs now, Journal journal) =>
        built.SameAs(now) || ((built with { Heads = now.Heads }).SameAs(now) && HeadsOf(built) is { } heads && journal.SaysNoMoreThan(heads));

    /// <summary>The heads of a build; null for one of entries that nobody made.</summary>
    public static IReadOnlyList<JournalHead>? HeadsOf(BuildInputs inputs)
    {
        var lines = string.Concat(inputs.Heads.Select(h => h.Replace(':', ' ') + "\n"));
        return HeadsText.TryParse(lines, out var heads) ? heads : null;
    }

    public static BuildInputs Of(CaseFolder files, JournalView view) => new()
    {
        Heads = view.Names,
        Files = new SortedDictionary<string, string>(
            FilesOf(files).Select(f => KeyValuePair.Create(Path.GetRelativePath(files.Root, f).Replace('\\', '/'), BuildInputs.HashOf(f))).Concat(Sources(files)).ToDictionary(), StringComparer.Ordinal),
        Library = Library,
    };

    /// <summary>Only what says whose documents are: terms and notes change no table.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Sources(CaseFolder files) => SourceList.Read(files).PatternsText is { Length: > 0 } text
        ? [KeyValuePair.Create(SourceList.FileName, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))]
        : [];

    private static IEnumerable<string> FilesOf(CaseFolder folder)
    {
        var codebooks = CaseCodebooks.FilesOf(folder);
        return File.Exists(folder.CaseYaml)
            ? [folder.CaseYaml, .. codebooks, .. CaseCodebooks.ListsOf(folder, codebooks)] // It says how many people settle a value.
            : [.. codebooks, .. CaseCodebooks.ListsOf(folder, codebooks)];
    }
}
