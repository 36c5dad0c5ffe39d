using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Plumbline.Cases;

namespace Plumbline.Pipeline;

/// <summary>What a build of a case depends on, now.</summary>
internal static class CaseInputs
{
    /// <summary>Version of the program, with the id of its build: another program may read and code otherwise.</summary>
    public static string ProgramVersion { get; } =
        typeof(CaseInputs).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static BuildInputs Of(CaseFolder files, JournalView view) => new()
    {
        Heads = view.Names,
        Files = new SortedDictionary<string, string>(
            FilesOf(files).Select(f => KeyValuePair.Create(Path.GetRelativePath(files.Root, f).Replace('\\', '/'), BuildInputs.HashOf(f))).Concat(Sources(files)).ToDictionary(), StringComparer.Ordinal),
        Library = $"{ProgramVersion}/{typeof(CaseInputs).Assembly.ManifestModule.ModuleVersionId:N}/{CaseBuild.TablesVersion}",
    };

    /// <summary>Only what says whose documents are: terms and notes change no table.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Sources(CaseFolder files) => SourceList.Read(files).PatternsText is { Length: > 0 } text
        ? [KeyValuePair.Create(SourceList.FileName, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))]
        : [];

    private static IEnumerable<string> FilesOf(CaseFolder folder) => File.Exists(folder.CaseYaml)
        ? [folder.CaseYaml, .. CaseCodebooks.FilesOf(folder)] // It says how many people settle a value.
        : CaseCodebooks.FilesOf(folder);
}
