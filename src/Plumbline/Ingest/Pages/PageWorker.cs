using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plumbline.Processes;

namespace Plumbline.Ingest.Pages;

/// <summary>
/// The child's side of drawing pages: a limited process of this program, which starts the drawer (<c>pdftoppm</c>) for one page at a time. The drawer inherits its
/// limits, and no network, and gets closer ones: seconds of processor time, memory, and no file that it writes. A frame is the drawer, the file, the page and the longer side in
/// pixels, each on a line, UTF-8; the answer is the picture (JPEG), or empty when there is none.
/// </summary>
public static class PageWorker
{
    /// <summary>Longest picture, in bytes.</summary>
    internal const int PictureBytes = 16 << 20;

    private const long Memory = 1L << 30;
    private const int ProcessorSeconds = 15;

    /// <summary>Answers until the input closes. Gives the exit code.</summary>
    public static int Run(Stream input, Stream output)
    {
        ChildSide.EndWithParent();
        try
        {
            while (Frames.Read(input, 1 << 16) is { } frame)
            {
                var lines = Encoding.UTF8.GetString(frame).Split('\n');
                Frames.Write(output, lines is [var drawer, var file, var page, var pixels] ? Draw(drawer, file, page, pixels) : []);
            }

            return 0;
        }
        catch (IOException)
        {
            return 1; // The parent has gone.
        }
    }

    private static byte[] Draw(string drawer, string file, string page, string pixels)
    {
        string[] arguments = ["-q", "-jpeg", "-jpegopt", "quality=88", "-f", page, "-l", page, "-singlefile", "-scale-to", pixels, file];
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(drawer, arguments)
            : new ProcessStartInfo("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"ulimit -v {Memory / 1024} && ulimit -t {ProcessorSeconds} && ulimit -f 0; exec \"$@\""), "sh", drawer, .. arguments]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute, start.CreateNoWindow) = (true, true, true, false, true);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { }; // It may quote the document.
            process.BeginErrorReadLine();
            using var watch = new Timer(_ => Watch(process), null, 100, 100);
            var picture = Picture(process.StandardOutput.BaseStream);
            if (picture is null)
            {
                process.Kill(entireProcessTree: true);
            }

            process.WaitForExit();
            return picture is not null && process.ExitCode == 0 ? picture : [];
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>All that it draws; null when that is too much.</summary>
    private static byte[]? Picture(Stream from)
    {
        using var picture = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (from.Read(buffer) is var got && got > 0)
        {
            if (picture.Length + got > PictureBytes)
            {
                return null;
            }

            picture.Write(buffer, 0, got);
        }

        return picture.ToArray();
    }

    /// <summary>For systems whose kernel holds no child to a limit.</summary>
    private static void Watch(Process process)
    {
        try
        {
            process.Refresh();
            if (process.WorkingSet64 > Memory)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended.
        }
    }
}
