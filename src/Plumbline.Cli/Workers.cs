namespace Plumbline.Cli;

/// <summary>Hidden verbs: this program as a limited child of itself, frames on its standard streams.</summary>
internal static class Workers
{
    public const string Read = "read-worker";

    public const string Sql = "sql-worker";

    /// <summary>Runs a worker until its input ends; null when the word is none.</summary>
    public static int? TryRun(string word) => null;
}
