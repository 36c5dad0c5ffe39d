using System.Text;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Bench.Reports;

/// <summary>
/// The real report of 2012 as a case: mapping, claims and places are those of examples/ovdinfo-2012, list and texts those of a
/// folder of data. The linked drafts are made there and nowhere else: no text of the report is kept in the repository.
/// </summary>
internal sealed class ReportCase
{
    private readonly string plumb;

    private ReportCase(CaseFolder folder, string plumb) => (Folder, this.plumb) = (folder, plumb);

    /// <summary>File of the report, by language.</summary>
    public static IReadOnlyDictionary<string, string> Reports { get; } = new Dictionary<string, string> { ["en"] = "2012-12-10-report-en.md", ["ru"] = "2012-12-10-report.md" };

    public CaseFolder Folder { get; }

    /// <summary>Makes the case and builds it.</summary>
    /// <param name="example">Folder of mapping, claims and places.</param>
    /// <param name="data">Folder of the list and the reports.</param>
    /// <param name="path">Folder of the case, new.</param>
    /// <param name="plumb">The program, for its worker processes.</param>
    /// <exception cref="InvalidDataException">The data are others than those that the places were found in.</exception>
    public static ReportCase Make(string example, string data, string path, string plumb)
    {
        var folder = CaseFolder.At(path);
        Directory.CreateDirectory(folder.Codebooks);
        Directory.CreateDirectory(folder.Drafts);
        File.WriteAllText(folder.CaseYaml, "title: A report and its list\n");
        File.Copy(Path.Combine(example, "claims.yaml"), folder.ClaimsYaml);
        foreach (var codebook in Directory.GetFiles(Path.Combine(example, "codebooks")))
        {
            File.Copy(codebook, Path.Combine(folder.Codebooks, Path.GetFileName(codebook)));
        }

        using (Journal.Create(folder, new JournalOptions { Who = "coder-report" }))
        {
        }

        new CustodyStage(folder).Ingest([.. Reports.Values.Concat(["list_2012.csv", "ovds.csv"]).Select(f => Path.Combine(data, f))], new CustodyOptions { Who = "coder-report" });
        var links = ReportLink.Read(Path.Combine(example, "places.txt"));
        foreach (var (language, file) in Reports)
        {
            var linked = ReportLink.Link(File.ReadAllText(Path.Combine(data, file)), links.Where(l => l.Language == language));
            File.WriteAllText(Path.Combine(folder.Drafts, language + ".md"), linked, new UTF8Encoding(false));
        }

        var built = CaseBuild.Build(folder, new BuildOptions { Workers = 2, ReaderCommand = new ChildCommand(plumb, ["read-worker"]) }, null, CancellationToken.None);
        return built.Stages.Sum(s => s.Problems) == 0 ? new ReportCase(folder, plumb) : throw new InvalidDataException("The build has problems.");
    }

    /// <summary>Checks both drafts.</summary>
    public CheckReport Check(CancellationToken stop = default)
    {
        using var built = BuiltCase.Open(Folder);
        using var reader = new TablesProcess(built.TablesPath, new ChildCommand(plumb, ["sql-worker"]));
        return CaseCheck.Check(Folder, built, [], reader, new CheckOptions(), stop);
    }

    /// <summary>How many police stations the file beside the list has, and how many people it counts there.</summary>
    public (long Stations, long People) Stations()
    {
        using var built = BuiltCase.Open(Folder);
        using var connection = Plumbline.Pipeline.Tables.TablesFile.Open(built.TablesPath, readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*)::BIGINT, sum(brought)::BIGINT FROM stations";
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : default;
    }
}
