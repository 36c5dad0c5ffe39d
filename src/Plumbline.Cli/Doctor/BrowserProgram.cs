namespace Plumbline.Cli.Doctor;

/// <summary>What opens a page in somebody's browser on Linux: the program that knows which one they chose, else a browser.</summary>
internal static class BrowserProgram
{
    private static readonly string[] Names = ["xdg-open", "x-www-browser", "firefox", "firefox-esr", "chromium", "google-chrome", "chromium-browser"];

    /// <summary>Full path, or null.</summary>
    public static string? Find(ProgramSearch programs) => Names.Select(programs.Find).FirstOrDefault(p => p is not null);
}
