using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>The codebooks of a case: every YAML file in <c>codebooks/</c>.</summary>
internal static class CaseCodebooks
{
    /// <summary>Full paths, sorted.</summary>
    public static IReadOnlyList<string> FilesOf(CaseFolder folder) => Directory.Exists(folder.Codebooks)
        ? [.. Directory.EnumerateFiles(folder.Codebooks).Where(f => Path.GetExtension(f) is ".yaml" or ".yml").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Full paths of the files in <c>lists/</c> that codebooks speak of, sorted. Codebooks are not parsed for it, so one that only a comment names is among them.</summary>
    public static IReadOnlyList<string> ListsOf(CaseFolder folder, IReadOnlyList<string> codebooks)
    {
        var lists = Path.Combine(folder.Root, "lists");
        if (codebooks.Count == 0 || !Directory.Exists(lists))
        {
            return [];
        }

        var texts = codebooks.Select(File.ReadAllText).ToList();
        return [.. Directory.EnumerateFiles(lists).Where(l => texts.Exists(t => t.Contains("lists/" + Path.GetFileName(l), StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }

    /// <exception cref="UsageException">There is none, or some have faults: all are named.</exception>
    public static IReadOnlyList<Codebook> Read(CaseFolder folder)
    {
        var problems = new List<Problem>();
        var codebooks = new List<Codebook>();
        foreach (var file in FilesOf(folder))
        {
            if (Codebook.Read(file, "codebooks/" + Path.GetFileName(file), problems) is { } codebook)
            {
                codebooks.Add(codebook);
            }
        }

        if (problems.Exists(p => p.Severity == Severity.Error))
        {
            throw PipelineProblems.FaultyCodebooks(problems);
        }

        if (codebooks.Count == 0)
        {
            throw PipelineProblems.NoCodebook();
        }

        var twice = codebooks.GroupBy(c => c.Kind.Table, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? codebooks : throw PipelineProblems.SameTable(twice.Key);
    }
}
