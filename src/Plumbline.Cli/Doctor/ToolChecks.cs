using Plumbline.Cli.Output;

namespace Plumbline.Cli.Doctor;

/// <summary>Programs of others that Plumbline uses where they are, or that help it.</summary>
internal static class ToolChecks
{
    /// <summary>Draws pages of PDFs; of poppler.</summary>
    public const string PageDrawer = "pdftoppm";

    private static readonly string[] Languages = ["rus", "eng"];

    public static MachineCheck PagePictures(Machine machine) => machine.Programs.Find(PageDrawer) is { } program
        ? new MachineCheck("page-pictures", CheckState.Fine, $"{First(ProgramSearch.Ask(program, "-v"), PageDrawer)}.")
        : new MachineCheck(
            "page-pictures", CheckState.Warning, $"{PageDrawer} is not here.", "Pages of PDFs are shown as their text only, without stamps, signatures and tables as they were drawn.",
            OperatingSystem.IsWindows() ? "Put the folder of Poppler for Windows into the folder tools beside plumb.exe." : "Debian, Ubuntu: apt install poppler-utils. Fedora: dnf install poppler-utils. Or put it into the folder tools beside plumb.");

    /// <summary>Plumbline recognises no text in pictures itself: it says which documents need it, and takes in what another program made.</summary>
    public static MachineCheck Ocr(Machine machine)
    {
        const string lost = "Scans have no text here: they are archived, and listed as a problem (ING013), but nothing in them is found or counted.";
        if (machine.Programs.Find("tesseract") is not { } program)
        {
            return new MachineCheck("ocr", CheckState.Warning, "tesseract is not here. Plumbline takes in what it makes; it recognises nothing itself.", lost, OperatingSystem.IsWindows()
                ? "Install Tesseract with Russian and English, or recognise scans on another computer; then take in the PDFs with text."
                : "Debian, Ubuntu: apt install ocrmypdf tesseract-ocr-rus; then: ocrmypdf -l rus+eng scan.pdf read.pdf, and take in read.pdf too.");
        }

        var said = ProgramSearch.Ask(program, "--list-langs");
        var missing = Languages.Except(said).ToList();
        var version = First(ProgramSearch.Ask(program, "--version"), "tesseract");
        return missing.Count > 0
            ? new MachineCheck("ocr", CheckState.Warning, $"{version}, without {string.Join(" and ", missing)}.", lost, $"Debian, Ubuntu: apt install {string.Join(' ', missing.Select(m => "tesseract-ocr-" + m))}.")
            : new MachineCheck("ocr", CheckState.Fine, $"{version}, with {string.Join(" and ", Languages)}; {(machine.Programs.Find("ocrmypdf") is null ? "ocrmypdf, which makes PDFs with text of scans, is not here" : "ocrmypdf makes PDFs with text of scans")}. Plumbline takes these in; it recognises nothing itself.");
    }

    public static MachineCheck Browser(Machine machine)
    {
        const string lost = "The app can't open itself.";
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            return new MachineCheck("browser", CheckState.Fine, "The system opens the app in your browser.");
        }

        if (BrowserProgram.Find(machine.Programs) is not { } browser)
        {
            return new MachineCheck("browser", CheckState.Warning, "No program that opens a browser is here.", lost, "Install a browser and xdg-utils; or open the file that plumb app names in a browser of this computer.");
        }

        return machine.Variable("DISPLAY") is { Length: > 0 } || machine.Variable("WAYLAND_DISPLAY") is { Length: > 0 }
            ? new MachineCheck("browser", CheckState.Fine, $"{Path.GetFileName(browser)} opens the app in your browser.")
            : new MachineCheck("browser", CheckState.Warning, $"{Path.GetFileName(browser)} is here, but no screen.", lost, "Start it in a session with a screen. The app answers this computer alone: it can't be used from another.");
    }

    private static string First(IReadOnlyList<string> lines, string name) =>
        lines.FirstOrDefault(l => l.Contains(name, StringComparison.OrdinalIgnoreCase)) is { Length: < 80 } line ? SafeText.Line(line) : name;
}
