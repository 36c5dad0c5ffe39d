using System.Text;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Papers;
using Plumbline.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Papers;

/// <summary>A small case with sources, decisions, claims and a draft, and the papers of it.</summary>
internal sealed class PaperCase : IDisposable
{
    private int given;

    public PaperCase(string draft = "[At least 1 ruling](claim:fined) ends in a fine.\n", string codebook = DecidedCase.Rulings)
    {
        Case = DecidedCase.New(codebook);
        Directory.CreateDirectory(Case.Folder.Drafts);
        File.WriteAllText(Path.Combine(Case.Folder.Drafts, "draft.md"), draft);
        Claims("fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'\n");
    }

    public TestCase Case { get; }

    public void Claims(string yaml) => File.WriteAllText(Case.Folder.ClaimsYaml, yaml);

    /// <summary>Takes a file in from a source; gives its document.</summary>
    public DocumentId Give(string name, string text, string? source = null, string? url = null, string? note = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Case.Folder.Sources, (++given).ToString())).FullName;
        File.WriteAllBytes(Path.Combine(folder, name), Encoding.UTF8.GetBytes(text));
        var report = new CustodyStage(Case.Folder).Ingest([folder], new CustodyOptions { Who = "coder-test", Source = source, Url = url, Note = note });
        Assert.Equal(1, report.Recorded);
        return DocumentId.Of(Encoding.UTF8.GetBytes(text));
    }

    public T With<T>(Func<CasePapers, ClaimsFile, T> make, bool showConfidential = false)
    {
        using var built = BuiltCase.Open(Case.Folder);
        using var tables = new TablesProcess(built.TablesPath, TestCase.Hidden(Workers.Sql));
        var check = CaseCheck.Check(Case.Folder, built, [], tables, new CheckOptions());
        return make(new CasePapers(Case.Folder, built, tables, check, SourceTerms.Read(Case.Folder, TimeProvider.System, showConfidential), TimeProvider.System), ClaimsFile.Read(Case.Folder.ClaimsYaml));
    }

    public WhyPaper Why(string claim = "fined", bool showConfidential = false, int limit = 100) => With((p, c) => p.Why(claim, c, limit), showConfidential);

    public PacketPaper Packet(params string[] names) => With((p, c) => p.Packet(names, CaseCheck.Drafts(Case.Folder, []), c, 100));

    /// <summary>Says what was agreed with a source.</summary>
    public void Terms(string source, string terms) => File.AppendAllText(Case.Folder.SourcesYaml, $"{source}: {{terms: {terms}, pseudonym: shown-{source}}}\n");

    public void Dispose() => Case.Dispose();
}
