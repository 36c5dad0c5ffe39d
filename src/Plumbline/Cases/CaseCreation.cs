using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>A file of a template. Its path is relative, with slashes; the template's author chooses it, never a case.</summary>
public sealed record TemplateFile(string Path, string Text);

/// <summary>What a new case starts from.</summary>
/// <param name="Name">Its name, such as <c>rulings-ru</c>.</param>
/// <param name="Files">Its files, <c>case.yaml</c> among them or not.</param>
public sealed record CaseTemplate(string Name, IReadOnlyList<TemplateFile> Files);

/// <summary>How a case is made.</summary>
public sealed record CaseCreationOptions
{
    /// <summary>The template.</summary>
    public required CaseTemplate Template { get; init; }

    /// <summary>JSON schemas for editors, by file name in <c>schemas/</c>.</summary>
    public IReadOnlyDictionary<string, string> Schemas { get; init; } = new Dictionary<string, string>();

    /// <summary>Pseudonym of the person at this computer.</summary>
    public required string Who { get; init; }

    /// <summary>Name of the service that syncs the folder, or null: see <see cref="SyncedFolder"/>.</summary>
    public string? SyncedBy { get; init; }

    /// <summary>True to make it in a synced folder all the same; <c>case.yaml</c> remembers that it was asked for.</summary>
    public bool AllowSynced { get; init; }
}

/// <summary>Makes a case: all of it, or nothing.</summary>
public static class CaseCreation
{
    /// <summary>Makes a case in a new or empty folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How.</param>
    /// <param name="begin">Makes <c>.plumb</c> and the journal in it; what it throws undoes everything.</param>
    /// <exception cref="UsageException">The folder is not empty, synced, inside another case, or the pseudonym is none.</exception>
    /// <exception cref="StoreFailedException">It could not be written.</exception>
    public static CaseFolder Create(string path, CaseCreationOptions options, Action<CaseFolder> begin)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(begin);
        var folder = CaseFolder.At(path);
        Refuse(folder, options);
        var wasThere = Directory.Exists(folder.Root);
        try
        {
            Directory.CreateDirectory(folder.Root);
            foreach (var name in new[] { folder.Codebooks, folder.Drafts, folder.Sources })
            {
                Directory.CreateDirectory(name);
            }

            foreach (var file in Files(options))
            {
                var target = Path.Combine(folder.Root, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, file.Text.ReplaceLineEndings("\n"));
            }

            begin(folder);
            Pseudonym.Keep(folder, options.Who);
            return folder;
        }
        catch (Exception e)
        {
            Undo(folder, wasThere);
            if (e is IOException or UnauthorizedAccessException)
            {
                throw CaseProblems.NotMade(e);
            }

            throw;
        }
    }

    private static void Refuse(CaseFolder folder, CaseCreationOptions options)
    {
        if (!Pseudonym.IsOne(options.Who))
        {
            throw CaseProblems.NotAPseudonym();
        }

        if (File.Exists(folder.Root) || (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any()))
        {
            throw CaseProblems.NotEmpty(folder.Root);
        }

        for (var above = Directory.GetParent(folder.Root); above is not null; above = above.Parent)
        {
            if (Directory.Exists(Path.Combine(above.FullName, ".plumb")))
            {
                throw CaseProblems.InsideACase(above.FullName);
            }
        }

        if (options is { SyncedBy: { } service, AllowSynced: false })
        {
            throw CaseProblems.Synced(service);
        }
    }

    private static IEnumerable<TemplateFile> Files(CaseCreationOptions options)
    {
        var hasCase = false;
        foreach (var file in options.Template.Files)
        {
            var isCase = file.Path == "case.yaml";
            hasCase |= isCase;
            yield return isCase ? file with { Text = WithSynced(file.Text, options) } : file;
        }

        if (!hasCase)
        {
            yield return new TemplateFile("case.yaml", WithSynced(BlankCase, options));
        }

        foreach (var (name, text) in options.Schemas)
        {
            yield return new TemplateFile("schemas/" + name, text);
        }

        // The journal and the archive hold sources: they never belong into a repository by accident.
        yield return new TemplateFile(".gitignore", ".plumb/\nsources/\n");
    }

    private static string WithSynced(string text, CaseCreationOptions options) =>
        options is { SyncedBy: not null, AllowSynced: true } ? text.TrimEnd('\n') + "\nallow_synced: true\n" : text;

    private static void Undo(CaseFolder folder, bool wasThere)
    {
        try
        {
            if (!wasThere)
            {
                Directory.Delete(folder.Root, recursive: true);
                return;
            }

            foreach (var entry in new DirectoryInfo(folder.Root).EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo inner)
                {
                    inner.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that led here is the one to report.
        }
    }

    /// <summary>The case.yaml of a template that brings none: every key, with its default and meaning.</summary>
    private const string BlankCase = """
        # yaml-language-server: $schema=schemas/case.schema.json
        # All keys are explained in docs/case.md; what stands here is what you get without them.
        title: ""
        languages: [en, ru]
        time_zone: UTC
        settles: one
        """ + "\n";
}
