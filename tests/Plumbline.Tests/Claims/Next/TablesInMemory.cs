using DuckDB.NET.Data;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Next;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Tests.Claims.Sql;

namespace Plumbline.Tests.Claims.Next;

/// <summary>A small model's tables with a reader in this process that names open units too; codings are entered one by one.</summary>
internal sealed class TablesInMemory : IClaimReader, IOpenUnitReader, IQuotedDocuments
{
    private readonly Dictionary<string, SmallKind> kinds;
    private DuckDBConnection connection;
    private TablesSchema schema;

    public TablesInMemory(params IReadOnlyList<SmallKind> kinds)
    {
        this.kinds = kinds.ToDictionary(k => k.Kind.Table);
        (connection, schema) = Open();
    }

    /// <summary>Settles a variable of a unit, as a build after a decision would: no value means that the source does not say.</summary>
    public void Settle(string kind, string unit, string variable, string? value)
    {
        kinds[kind].Units.Single(u => u.Id == unit).Values[variable] = value is null ? new Known(true) : new Known(true, value);
        connection.Dispose();
        (connection, schema) = Open();
    }

    public ClaimReading Read(ClaimQuery claim) => new ClaimRunner(connection, schema).Read(claim);

    public OpenUnits Open(ClaimQuery claim, int limit)
    {
        var problems = new List<Problem>();
        var prepared = new ClaimRunner(connection, schema).Prepare(claim, problems);
        Assert.Empty(problems);
        return new OpenUnitRows(connection, prepared!).Read(limit);
    }

    public NextReport Next(string draft, ClaimsFile claims, int limit = 20) => NextStage.Plan([MarkdownDraft.Read(new DraftFile("d.md", draft))], claims, this, this, this, null, limit);

    public CheckReport Check(string draft, ClaimsFile claims) => ClaimsStage.Check(draft, "d.md", claims, this, this, new CheckOptions { EvidenceRows = 0 });

    public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
    {
        total = 0;
        return [];
    }

    public bool Contains(string document, string exact, out DocumentId id, out TextSpan at)
    {
        (id, at) = (default, default);
        return false;
    }

    public void Dispose() => connection.Dispose();

    private (DuckDBConnection, TablesSchema) Open()
    {
        var opened = new DuckDBConnection("Data Source=:memory:");
        opened.Open();
        SmallTables.Write(opened, [.. kinds.Values]);
        return (opened, TablesSchema.Load(opened));
    }
}
