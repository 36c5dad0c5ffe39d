using System.Reflection;

namespace Plumbline.Cli;

/// <summary>Version of this program, as it stands in answers and manifests.</summary>
internal static class ProgramVersion
{
    /// <summary>Three numbers, with the commit behind a plus sign where it was known when building.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
