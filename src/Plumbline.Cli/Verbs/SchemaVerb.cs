using System.CommandLine;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb schema</c>: JSON schemas of the YAML files, for editors.</summary>
internal static class SchemaVerb
{
    public static VerbEntry Entry { get; } = new("schema", "Writes JSON schemas of the YAML files, with which editors complete and check them.", null, Create);

    private static Verb Create()
    {
        var file = new Argument<string?>("FILE") { Description = $"One of {string.Join(", ", CaseSchemas.All.Select(s => s.Name))}; all when missing.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Write the schemas into this folder instead of printing them." };
        var verb = new Verb(Entry,
            new("plumb schema codebook", "Print the schema of codebooks."),
            new("plumb schema --out ~/cases/rallies/schemas", "Refresh the schemas of a case after an update."))
        {
            file, folder,
        };
        return verb.Runs(call => Run(call, call.Get(file), call.Get(folder)));
    }

    private static ExitCode Run(Call call, string? name, string? folder)
    {
        var chosen = CaseSchemas.All.Where(s => name is null || s.Name == name).ToList();
        if (chosen.Count == 0)
        {
            throw CliProblems.NoSchema(name!, CaseSchemas.All.Select(s => s.Name));
        }

        if (folder is null)
        {
            // One schema is printed as it is; all of them are an array, so that the answer is JSON either way.
            call.Out.WriteRaw(chosen.Count == 1 ? chosen[0].Write() : $"[\n{string.Join(",\n", chosen.Select(s => s.Write().TrimEnd()))}\n]\n");
            return ExitCode.Clean;
        }

        Directory.CreateDirectory(folder);
        foreach (var schema in chosen)
        {
            File.WriteAllText(Path.Combine(folder, schema.FileName), schema.Write());
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "schema", json =>
            {
                json.WriteStartArray("files");
                chosen.ForEach(s => json.WriteStringValue(s.FileName));
                json.WriteEndArray();
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        call.Out.WriteWrapped($"Wrote {string.Join(", ", chosen.Select(s => s.FileName))} into {SafeText.Line(folder)}.");
        return ExitCode.Clean;
    }
}
