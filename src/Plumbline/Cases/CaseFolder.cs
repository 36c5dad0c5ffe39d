using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// The paths of a case: one folder with <c>case.yaml</c>. What people write is plain text beside it; what Plumbline
/// keeps is under <c>.plumb</c>. Holds paths only and opens nothing.
/// </summary>
public sealed class CaseFolder
{
    private CaseFolder(string root) => Root = root;

    /// <summary>Full path of the case folder.</summary>
    public string Root { get; }

    /// <summary><c>case.yaml</c>.</summary>
    public string CaseYaml => Path.Combine(Root, "case.yaml");

    /// <summary><c>claims.yaml</c>.</summary>
    public string ClaimsYaml => Path.Combine(Root, "claims.yaml");

    /// <summary><c>sources.yaml</c>.</summary>
    public string SourcesYaml => Path.Combine(Root, "sources.yaml");

    /// <summary><c>people.yaml</c>.</summary>
    public string PeopleYaml => Path.Combine(Root, "people.yaml");

    /// <summary>Folder of codebooks, a YAML file for each kind of unit.</summary>
    public string Codebooks => Path.Combine(Root, "codebooks");

    /// <summary>Folder of drafts.</summary>
    public string Drafts => Path.Combine(Root, "drafts");

    /// <summary>Folder that files are given in; they may lie anywhere else.</summary>
    public string Sources => Path.Combine(Root, "sources");

    /// <summary><c>.plumb</c>, Plumbline's own.</summary>
    public string Inner => Path.Combine(Root, ".plumb");

    /// <summary>Bytes as they came, by SHA-256.</summary>
    public string Archive => Path.Combine(Inner, "archive");

    /// <summary>The journal (SQLite).</summary>
    public string Journal => Path.Combine(Inner, "journal.db");

    /// <summary>Builds, a folder each, and <c>current</c>, which names the one in use.</summary>
    public string Builds => Path.Combine(Inner, "build");

    /// <summary>Temporary files; emptied when the case is opened for writing.</summary>
    public string Temporary => Path.Combine(Inner, "tmp");

    /// <summary>The paths of a case that need not exist yet.</summary>
    public static CaseFolder At(string path) => new(Path.GetFullPath(path));

    /// <summary>The case at this folder.</summary>
    /// <exception cref="UsageException">The folder is missing or holds no <c>case.yaml</c>.</exception>
    public static CaseFolder Open(string path)
    {
        var folder = At(path);
        return File.Exists(folder.CaseYaml)
            ? folder
            : throw new UsageException(
                "CAS001",
                Directory.Exists(folder.Root) ? "There is no case.yaml in this folder." : "There is no such folder.",
                $"Make a case with: plumb new \"{path}\"");
    }
}
