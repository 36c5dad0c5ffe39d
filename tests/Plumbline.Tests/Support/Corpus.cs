namespace Plumbline.Tests.Support;

/// <summary>The real data, where it is: PLUMB_CORPUS, else ../shared/data beside the checkout. Never copied, never printed.</summary>
internal static class Corpus
{
    public static string? Root { get; } = Find();

    /// <summary>Path of a file or folder of the corpus; the test is skipped, visibly, when it is not there.</summary>
    public static string Path(params string[] parts)
    {
        var path = Root is null ? null : System.IO.Path.Combine([Root, .. parts]);
        Assert.SkipUnless(path is not null && (File.Exists(path) || Directory.Exists(path)), "needs the real data: set PLUMB_CORPUS");
        return path!;
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("PLUMB_CORPUS");
        var path = string.IsNullOrEmpty(named) ? System.IO.Path.Combine(Repository.Root, "..", "shared", "data") : named;
        return Directory.Exists(path) ? System.IO.Path.GetFullPath(path) : null;
    }
}

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Plumbline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Plumbline.slnx is not above the tests.");
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string made = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "plumb-test-" + Guid.NewGuid().ToString("N")[..12]);

    public TemporaryFolder(string? name = null) => Directory.CreateDirectory(Path = System.IO.Path.Combine(made, name ?? ""));

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        try
        {
            Directory.Delete(made, recursive: true);
        }
        catch (IOException)
        {
            // A child that was killed may still hold a file; the folder is in the system's temporary folder.
        }
    }
}
