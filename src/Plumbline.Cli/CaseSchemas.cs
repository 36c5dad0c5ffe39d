using Plumbline.Cases;
using Plumbline.Cases.Yaml;
using Plumbline.Claims;
using Plumbline.Coding;

namespace Plumbline.Cli;

/// <summary>A JSON schema of a YAML file, for editors.</summary>
internal sealed record CaseSchema(string Name, string Title, YamlShape Shape)
{
    /// <summary>Its file in <c>schemas/</c>.</summary>
    public string FileName => Name + ".schema.json";

    /// <summary>The schema as JSON.</summary>
    public string Write() => YamlSchema.Write(Shape, Title);
}

/// <summary>The YAML files that people write.</summary>
internal static class CaseSchemas
{
    public static IReadOnlyList<CaseSchema> All { get; } =
    [
        new("case", "case.yaml of Plumbline", CaseSettings.Shape),
        new("codebook", "Codebook of Plumbline", Codebook.Shape),
        new("sources", "sources.yaml of Plumbline", SourceList.Shape),
        new("claims", "claims.yaml of Plumbline", ClaimsFile.Shape),
    ];
}
