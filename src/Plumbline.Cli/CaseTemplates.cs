using Plumbline.Cases;

namespace Plumbline.Cli;

/// <summary>The templates of <c>plumb new</c>.</summary>
internal static class CaseTemplates
{
    public static IReadOnlyList<CaseTemplate> All { get; } =
    [
        new("blank", "An empty case.", []),
    ];

    /// <exception cref="Evidence.UsageException">There is none of this name.</exception>
    public static CaseTemplate Find(string name) =>
        All.FirstOrDefault(t => t.Name == name) ?? throw CaseProblems.NoTemplate(name, All.Select(t => t.Name));
}
