using Plumbline.Cases;

namespace Plumbline.Cli;

/// <summary>The templates of <c>plumb new</c>, and the examples: folders inside the library, found by their names.</summary>
internal static class CaseTemplates
{
    private static readonly Lazy<IReadOnlyList<CaseTemplate>> Found = new(() => Read("Templates/"));

    /// <summary>All templates, by name.</summary>
    public static IReadOnlyList<CaseTemplate> All => Found.Value;

    /// <exception cref="Evidence.UsageException">There is none of this name.</exception>
    public static CaseTemplate Find(string name) =>
        All.FirstOrDefault(t => t.Name == name) ?? throw CaseProblems.NoTemplate(name, All.Select(t => t.Name));

    /// <summary>A case of <c>examples/</c>, as people wrote it.</summary>
    public static CaseTemplate Example(string name) => Read("Examples/").Single(t => t.Name == name);

    private static IReadOnlyList<CaseTemplate> Read(string root)
    {
        var library = typeof(CaseFolder).Assembly;
        return [.. library.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(r => r.Path.StartsWith(root, StringComparison.Ordinal))
            .Select(r => (r.Name, Parts: r.Path[root.Length..].Split('/', 2)))
            .Where(r => r.Parts.Length == 2)
            .GroupBy(r => r.Parts[0], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CaseTemplate(g.Key, [.. g.OrderBy(r => r.Parts[1], StringComparer.Ordinal).Select(r =>
            {
                using var reader = new StreamReader(library.GetManifestResourceStream(r.Name)!);
                return new TemplateFile(r.Parts[1], reader.ReadToEnd());
            })]))];
    }
}
