using System.Security.Cryptography;

namespace Plumbline.App.Hosting;

/// <summary>
/// The file that a browser is opened with. The token stands in it and not on a command line, where other users of the computer could
/// read it; the file and its folder are for this user alone (0600, 0700), and are gone once it was used.
/// </summary>
internal sealed class RedirectFile : IDisposable
{
    private readonly string folder;

    private RedirectFile(string folder, string path) => (this.folder, Path) = (folder, path);

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Writes it.</summary>
    /// <param name="address">The address with the token.</param>
    /// <param name="parent">Folder to make its folder in; the system's for temporary files if not given.</param>
    public static RedirectFile Write(string address, string? parent = null)
    {
        var folder = System.IO.Path.Combine(parent ?? System.IO.Path.GetTempPath(), "plumb-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        var path = System.IO.Path.Combine(folder, "open.html");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder); // Under the user's own profile, which others can't read.
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write($"<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>Plumbline</title><meta http-equiv=\"refresh\" content=\"0;url={address}\">\n");
        return new RedirectFile(folder, path);
    }

    /// <summary>Removes it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its token is worth nothing after the first use, or after the end of the program.
        }
    }
}
