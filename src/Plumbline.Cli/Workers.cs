using System.Runtime.InteropServices;
using Plumbline.Claims.Sql;
using Plumbline.Ingest;
using Plumbline.Ingest.Pages;
using Plumbline.Review.Sheets;

namespace Plumbline.Cli;

/// <summary>Hidden verbs: this program as a limited child of itself, frames on its standard streams.</summary>
internal static class Workers
{
    public const string Read = "read-worker";

    public const string Sql = "sql-worker";

    public const string Page = "page-worker";

    public const string Sheet = "sheet-worker";

    /// <summary>Runs a worker until its input ends; null when the word is none.</summary>
    public static int? TryRun(string word) => word switch
    {
        Read => Run(ReaderWorker.Run),
        Sql => Run(SqlWorker.Run),
        Page => Run(PageWorker.Run),
        Sheet => Run(SheetWorker.Run),
        _ => null,
    };

    private static int Run(Func<Stream, Stream, int> worker)
    {
        // A terminal sends Ctrl-C to the workers too. The program that asked ends them: else the document at hand would count as
        // one that kills its reader.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static context => context.Cancel = true);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return worker(input, output);
    }
}
