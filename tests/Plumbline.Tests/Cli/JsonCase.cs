using System.Text.Json;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

/// <summary>A small case made and built once by the program, with a draft in which every verdict occurs, and the JSON of its making.</summary>
public sealed class JsonCase : IDisposable
{
    private readonly TemporaryFolder folder = new("дела для программ");

    public JsonCase()
    {
        Demo = BuiltProgram.Run(folder.Path, "demo", "case", "--count", "40", "--json");
        File.AppendAllText(folder["case", "claims.yaml"], """
            unused:
              sql: SELECT unit_id FROM rulings WHERE fine_rub > 10000
            both:
              expr: rulings + incidents
            first-day:
              sql: SELECT unit_id, decided_on AS amount FROM rulings
              measure: first
            """);
        File.AppendAllText(folder["case", "drafts", "sphere.md"], "\nIn all [at least 300](claim:both); [seven](claim:nothing); 45 people came; [five to nine rulings](claim:fined).\n");
        Directory.CreateDirectory(folder["labelled", "texts"]);
        foreach (var text in Directory.GetFiles(folder["case", "sources", "rulings"], "*.txt").Order(StringComparer.Ordinal).Take(3))
        {
            File.Copy(text, folder["labelled", "texts", Path.GetFileName(text)]);
            File.AppendAllText(folder["labelled", "labels.jsonl"], $$"""{"file": "{{Path.GetFileName(text)}}", "outcome": "fine"}""" + "\n");
        }

        File.WriteAllText(folder["labelled", "spans.jsonl"], "");
        File.WriteAllText(folder["note.txt"], "Заметка без даты.");
        using var found = JsonDocument.Parse(Run("query", "case", "SELECT unit_id FROM rulings ORDER BY unit_id LIMIT 1", "--json").Out);
        Unit = found.RootElement[0].GetProperty("unit_id").GetString()!;
    }

    /// <summary>What the making of the case answered.</summary>
    public (int Code, string Out, string Error) Demo { get; }

    /// <summary>A unit of the case.</summary>
    public string Unit { get; }

    /// <summary>Runs the program beside the case.</summary>
    public (int Code, string Out, string Error) Run(params string[] args) => BuiltProgram.Run(folder.Path, args);

    /// <summary>A path beside the case.</summary>
    public string this[params string[] parts] => folder[parts];

    public void Dispose() => folder.Dispose();
}
