using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb query</c>: SQL over the tables of a case.</summary>
internal static class QueryVerb
{
    /// <summary>Rows of a table for people, unless --limit says otherwise.</summary>
    private const int ShownRows = 200;

    public static VerbEntry Entry { get; } = new("query", "Runs a SELECT over the tables, in a limited process without files or network.", "build", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var sql = new Argument<string>("SQL") { Description = "One SELECT (docs/sql.md). Names mean the possible reading, one row a unit." };
        var format = new Option<string>("--format") { HelpName = "FORMAT", Description = "table, csv, json or parquet; table if not given.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "json", "parquet");
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Write into this file; needed for parquet." };
        var limit = new Option<long?>("--limit") { HelpName = "N", Description = $"At most N rows; {ShownRows} for a table, a million else, if not given." };
        var confidential = CommonOptions.ShowConfidential();
        var verb = new Verb(Entry,
            new("plumb query ~/cases/rallies \"SELECT outcome, count(*) AS n FROM rulings GROUP BY outcome ORDER BY n DESC\"", "Count."),
            new("plumb query ~/cases/rallies \"SELECT * FROM rulings\" --format csv --out rulings.csv", "A table for a spreadsheet."),
            new("plumb query ~/cases/rallies \"SELECT unit_id, quote FROM rulings_codings WHERE variable = 'fine_rub'\" --json", "Values with the words they stand on, for a script."))
        {
            folder, sql, format, output, limit, confidential,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(sql), call.Json ? "json" : call.Get(format)!, call.Get(output), call.Get(limit), call.Get(confidential)));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string sql, string format, string? path, long? limit, bool showConfidential)
    {
        if (format == "parquet" && path is null)
        {
            throw CliProblems.NeedsFile();
        }

        using var built = BuiltCase.Open(folder);
        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var most = Math.Max(0, limit ?? (format == "table" ? ShownRows : new QueryLimits().Rows));
        var result = tables.Query(sql, new QueryLimits { Rows = most }, call.Stop);
        if (result.Problems.Any(p => p.Severity == Severity.Error))
        {
            throw CliProblems.QueryRefused(result.Problems);
        }

        // A table on the screen stays at the desk; all else is made to be passed on.
        var terms = format == "table" && path is null ? SourceTerms.None : SourceTerms.Read(folder, call.Clock, showConfidential);
        var shown = terms.HidesAny ? OutgoingRows.Of(built, terms, result) : null;
        WriteOut(call, shown?.Rows ?? result, format, path);
        if (path is not null)
        {
            call.Remark($"Wrote {SafeText.Line(path)}.");
        }

        IEnumerable<Problem> found = shown is { Confidential: > 0 } ? [.. result.Problems, PipelineProblems.LeftOut(shown.Confidential)] : result.Problems;
        var problems = found.Where(p => !(limit is null && format == "table" && p.Severity == Severity.Note)).ToList();
        call.Out.Flush();
        ProblemPrinter.Write(call.Error, problems);
        return problems.Exists(p => p.Severity != Severity.Note) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static void WriteOut(Call call, QueryRows result, string format, string? path)
    {
        if (format == "parquet")
        {
            ParquetExport.Write(result, path!);
            return;
        }

        if (path is null)
        {
            Write(call.Out, result, format);
            return;
        }

        // Whole or not at all: a file that was cut off looks like an answer.
        using (var writer = new StreamWriter(path + ".new", append: false, Screen.Encoding))
        {
            Write(new Screen(writer, Screen.DefaultWidth, colors: false), result, format);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static void Write(Screen screen, QueryRows result, string format)
    {
        switch (format)
        {
            case "csv":
                ResultPrinter.WriteCsv(screen, result);
                break;
            case "json":
                ResultPrinter.WriteJson(screen, result);
                break;
            default:
                ResultPrinter.WriteTable(screen, result);
                break;
        }
    }
}
