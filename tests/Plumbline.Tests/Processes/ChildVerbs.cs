using System.Runtime.CompilerServices;
using Plumbline.Processes;

namespace Plumbline.Tests.Processes;

/// <summary>
/// Hidden verbs of the test program, so that a test can start it again as a child that misbehaves. They run before the
/// test runner's entry point and end the process.
/// </summary>
internal static class ChildVerbs
{
    private static readonly Dictionary<string, Action> Verbs = new(StringComparer.Ordinal)
    {
        ["child-echo"] = () => Answer(request => request),
        ["child-misbehaves"] = () => Answer(Misbehave),
        ["hostile-read-worker"] = Ingest.HostileWorker.Run,
    };

    public static ChildCommand Command(string verb) => ChildCommand.OfAssembly(typeof(ChildVerbs).Assembly.Location, verb);

#pragma warning disable CA2255 // The test program has its entry point from the runner; this is the only place before it.
    [ModuleInitializer]
    internal static void Run()
#pragma warning restore CA2255
    {
        if (Environment.GetCommandLineArgs() is [_, var verb] && Verbs.TryGetValue(verb, out var run))
        {
            ChildSide.EndWithParent();
            run();
            Environment.Exit(0);
        }
    }

    private static void Answer(Func<byte[], byte[]> answer)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        while (Frames.Read(input, int.MaxValue) is { } request)
        {
            Frames.Write(output, answer(request));
        }
    }

    private static byte[] Misbehave(byte[] request)
    {
        switch ((char)request[0])
        {
            case 'x':
                Environment.Exit(3);
                break;
            case 's':
                Overflow(1);
                break;
            case 'h':
                Thread.Sleep(Timeout.Infinite);
                break;
            case 'm':
                var kept = new List<byte[]>();
                while (true)
                {
                    var block = new byte[16 << 20];
                    block.AsSpan().Fill(1);
                    kept.Add(block);
                }

            case 'n':
                unsafe
                {
                    while (true)
                    {
                        System.Runtime.InteropServices.NativeMemory.Fill(
                            System.Runtime.InteropServices.NativeMemory.Alloc(256 << 20), 256 << 20, 1);
                    }
                }

            case 't':
                using (var socket = new System.Net.Sockets.Socket(
                    System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp))
                {
                    try
                    {
                        socket.Connect(System.Net.IPAddress.Loopback, BitConverter.ToUInt16(request, 1));
                        return "connected"u8.ToArray();
                    }
                    catch (System.Net.Sockets.SocketException)
                    {
                        return "no network"u8.ToArray();
                    }
                }

            case 'l':
                using (var output = Console.OpenStandardOutput())
                {
                    output.Write(BitConverter.GetBytes(int.MaxValue));
                    output.Flush();
                    Thread.Sleep(Timeout.Infinite);
                }

                break;
            case 'e':
                using (var error = Console.OpenStandardError())
                {
                    for (var i = 0; i < 1000; i++)
                    {
                        error.Write(new byte[4096]);
                    }
                }

                return "said"u8.ToArray();
        }

        return request;
    }

    private static int Overflow(int depth) => Overflow(depth + 1) + depth;
}
