using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Plumbline.Bench.Pages;

/// <summary>A page as it came: until its first byte, until its last, and how long it is.</summary>
internal readonly record struct PageTime(double First, double Last, int Bytes, HttpStatusCode Status);

/// <summary>The built app as a process, and somebody who came in through its door.</summary>
internal sealed partial class AppVisit : IDisposable
{
    private readonly Process app;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = true });
    private readonly Uri root;

    public AppVisit(string program, string folder)
    {
        var clock = Stopwatch.StartNew();
        app = Process.Start(new ProcessStartInfo(program, [folder, "--no-browser"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        app.StandardOutput.ReadLine();
        var file = app.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The app did not start.");
        Start = clock.Elapsed.TotalMilliseconds;
        var address = new Uri(Url().Match(File.ReadAllText(file)).Groups[1].Value);
        var entered = client.GetStringAsync(address).GetAwaiter().GetResult();
        root = new Uri(address, Url().Match(entered).Groups[1].Value);
    }

    /// <summary>Milliseconds from the start of the program until it can be opened.</summary>
    public double Start { get; }

    /// <summary>The most memory that it had, MiB.</summary>
    public double PeakMemory
    {
        get
        {
            app.Refresh();
            return app.PeakWorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Gets a page as a browser does: all that the server renders of it.</summary>
    public PageTime Get(string path)
    {
        var clock = Stopwatch.StartNew();
        using var answer = client.GetAsync(new Uri(root, path), HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
        using var body = answer.Content.ReadAsStream();
        var buffer = new byte[1 << 16];
        var bytes = body.Read(buffer);
        var first = clock.Elapsed.TotalMilliseconds;
        for (var got = bytes; got > 0; bytes += got)
        {
            got = body.Read(buffer);
        }

        return new PageTime(first, clock.Elapsed.TotalMilliseconds, bytes, answer.StatusCode);
    }

    /// <summary>Gets a page until it has come to about the same length a few times: what is made beside it is there then.</summary>
    public void Settle(string path)
    {
        const int Times = 4;
        const int Varying = 512; // Keys of a page differ in length.
        for (var (same, before) = (0, -1); same < Times;)
        {
            var now = Get(path).Bytes;
            (same, before) = (Math.Abs(now - before) < Varying ? same + 1 : 0, now);
            Thread.Sleep(TimeSpan.FromSeconds(1));
        }
    }

    public void Dispose()
    {
        client.Dispose();
        app.Kill();
        app.WaitForExit();
        app.Dispose();
    }

    [GeneratedRegex("url=([^\"]+)")]
    private static partial Regex Url();
}
