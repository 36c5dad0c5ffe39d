using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Tables;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding;

public sealed class ReservedNameTests
{
    /// <summary>Whatever word of SQL somebody takes for a name: the codebook refuses it, or its tables can be made and read.</summary>
    [Fact]
    public void A_name_that_a_codebook_takes_makes_tables()
    {
        using var folder = new TemporaryFolder();
        using var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        var words = Words(engine);
        Assert.True(words.Count > 300);
        var refused = 0;
        var faults = new List<string>();
        foreach (var word in words)
        {
            foreach (var (unit, variable) in ((string, string)[])[(word, "x"), ("texts", word)])
            {
                var path = folder[$"{unit}.yaml"];
                File.WriteAllText(path, $"unit: {unit}\nvariables:\n  {variable}: {{type: text}}\n");
                var problems = new List<Problem>();
                if (Codebook.Read(path, "c.yaml", problems) is not { } codebook)
                {
                    refused++;
                    continue;
                }

                try
                {
                    Run(engine, $"ATTACH ':memory:' AS fresh; USE fresh; {TableSchema.Common} {TableSchema.Of(codebook.Kind)} SELECT {variable}, {variable}_status FROM {unit} WHERE {variable} = 'a'; SELECT k.{variable} FROM confirmed.{unit} k;");
                }
                catch (DuckDBException e)
                {
                    faults.Add($"{unit}.{variable}: {e.Message.Split('\n')[0]}");
                }
                finally
                {
                    Run(engine, "USE memory; DETACH DATABASE IF EXISTS fresh;");
                }
            }
        }

        Assert.Empty(faults);
        Assert.InRange(refused, 100, 400);
    }

    /// <summary>Keywords of the engine, and the names that its tables of ours have.</summary>
    private static List<string> Words(DuckDBConnection engine)
    {
        using var command = engine.CreateCommand();
        command.CommandText = "SELECT DISTINCT keyword_name FROM duckdb_keywords() WHERE regexp_full_match(keyword_name, '[a-z][a-z0-9_]*') ORDER BY 1";
        using var reader = command.ExecuteReader();
        var words = new List<string> { "members", "variables", "coders", "searches", "maybe_same", "unit_id", "file", "document", "main", "store", "texts_codings" };
        while (reader.Read())
        {
            words.Add(reader.GetString(0));
        }

        return words;
    }

    private static void Run(DuckDBConnection engine, string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
