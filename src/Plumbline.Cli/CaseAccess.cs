using System.Security.Cryptography;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Cli;

/// <summary>A case as this computer and this person have it: where it may lie, and what the person is called in it.</summary>
internal static class CaseAccess
{
    /// <summary>Variables by which sync programs name their folder.</summary>
    private static readonly (string Variable, string Service)[] SyncVariables =
    [
        ("OneDrive", "OneDrive"), ("OneDriveCommercial", "OneDrive"), ("OneDriveConsumer", "OneDrive"), ("DROPBOX_PATH", "Dropbox"), ("YANDEX_DISK_DIR", "Yandex.Disk"),
    ];

    /// <summary>Folder that the app makes new cases in.</summary>
    public static string NewCases => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Plumbline");

    /// <summary>The service that syncs a folder, or null.</summary>
    public static string? SyncedBy(string path) => SyncedFolder.ServiceOf(
        path,
        [.. SyncVariables.Select(v => (Environment.GetEnvironmentVariable(v.Variable) ?? "", v.Service)).Where(v => v.Item1.Length > 0)]);

    /// <summary>Makes a case with its journal.</summary>
    /// <param name="path">Its folder, which must not be there or be empty.</param>
    /// <param name="template">What it begins with.</param>
    /// <param name="who">What the person is called in it.</param>
    /// <param name="clock">The time of its first entry.</param>
    /// <param name="syncedBy">The service that syncs the folder, or null.</param>
    /// <param name="allowSynced">True when it may lie in a folder that is synced.</param>
    /// <exception cref="PlumblineException">It can't be made there.</exception>
    public static CaseFolder Make(string path, CaseTemplate template, string who, TimeProvider clock, string? syncedBy, bool allowSynced) => CaseCreation.Create(
        path,
        new CaseCreationOptions
        {
            Template = template, Schemas = CaseSchemas.All.ToDictionary(s => s.FileName, s => s.Write()), Who = who, SyncedBy = syncedBy, AllowSynced = allowSynced,
        },
        folder => Journal.Create(folder, new JournalOptions { Who = who, Clock = clock }).Dispose());

    /// <summary>A case that is to be written to: refused where it was moved into a synced folder and nobody asked for that.</summary>
    /// <exception cref="UsageException">No case, faults in <c>case.yaml</c>, or synced.</exception>
    public static CaseFolder OpenForWriting(string path)
    {
        var folder = CaseFolder.Open(path);
        var settings = CaseSettings.Read(folder);
        return !settings.AllowSynced && SyncedBy(folder.Root) is { } service ? throw CaseProblems.MovedIntoSynced(service) : folder;
    }

    /// <summary>What the person at this computer is called in the case; made up and kept when nobody said.</summary>
    public static string Who(CaseFolder folder)
    {
        if (Pseudonym.Of(folder) is { } known)
        {
            return known;
        }

        var made = MadeUp();
        Pseudonym.Keep(folder, made);
        return made;
    }

    /// <summary>A pseudonym that nobody chose.</summary>
    public static string MadeUp() => Pseudonym.Make(RandomNumberGenerator.GetInt32);
}
