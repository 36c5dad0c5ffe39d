using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Doctor;

/// <summary>The program itself, and what the system gives it.</summary>
internal static class ProgramChecks
{
    private const long LeastMemory = 2L << 30;

    public static MachineCheck Version() => new(
        "version", CheckState.Fine, $"plumb {ProgramVersion.Text}, {RuntimeInformation.FrameworkDescription}, {SafeText.Line(RuntimeInformation.OSDescription)} ({RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}).");

    /// <summary>The libraries that are not .NET: a system that is too old, or another processor, can't load them.</summary>
    public static MachineCheck Libraries()
    {
        var missing = new List<string>();
        Load("duckdb", () => { using var tables = new DuckDBConnection("Data Source=:memory:"); tables.Open(); });
        Load("e_sqlite3", () => { using var journal = new SqliteConnection("Data Source=:memory:"); journal.Open(); });
        Load("libsodium", () => Geralt.Ed25519.GenerateKeyPair(new byte[Geralt.Ed25519.PublicKeySize], new byte[Geralt.Ed25519.PrivateKeySize]));
        return missing.Count == 0
            ? new MachineCheck("libraries", CheckState.Fine, "DuckDB, SQLite and libsodium load.")
            : new MachineCheck("libraries", CheckState.Fault, $"Can't be loaded: {string.Join(", ", missing)}.", "Plumbline does not work.", "Copy the whole folder of the program again; on Linux look for glibc 2.28 or newer and libstdc++.");

        void Load(string name, Action open)
        {
            try
            {
                open();
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or TypeInitializationException or EntryPointNotFoundException)
            {
                missing.Add(name);
            }
        }
    }

    /// <summary>What the system knows of letters (ICU on Linux). Without it letters made of two signs stay two.</summary>
    public static MachineCheck Letters() => "и\u0306".Normalize(NormalizationForm.FormC) == "й"
        ? new MachineCheck("letters", CheckState.Fine, "The system knows letters made of two signs.")
        : new MachineCheck("letters", CheckState.Warning, "The system's library for letters (ICU) is not here.", "A й or ё that a file writes as two signs is not found by a search for й or ё.", "Debian, Ubuntu: apt install libicu72 (or the number that the system has).");

    public static MachineCheck Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var found = $"{PlaceChecks.Size(bytes)} of memory.";
        return bytes >= LeastMemory
            ? new MachineCheck("memory", CheckState.Fine, found)
            : new MachineCheck("memory", CheckState.Warning, found, "A large case may stop in the middle of an update; what was done is kept.", "Close other programs; update on a computer with 2 GiB or more.");
    }
}
