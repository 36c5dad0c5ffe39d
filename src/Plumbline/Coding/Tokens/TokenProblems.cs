using Plumbline.Evidence;

namespace Plumbline.Coding.Tokens;

/// <summary>The faults of the token store.</summary>
internal static class TokenProblems
{
    private const string Rebuild = "Delete the build and make it again: plumb build CASE --clean";

    public static IntegrityException Damaged(string path, string what) => new(
        "COD090", $"The token file {path} is damaged: {what}.", Rebuild);

    public static StoreFailedException Unreadable(string path, Exception inner) => new(
        "COD091", $"The token file {path} cannot be read: {inner.Message}", Rebuild, isTransient: inner is IOException and not FileNotFoundException, inner);
}
