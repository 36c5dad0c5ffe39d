using System.Net;
using System.Net.Sockets;
using CsCheck;
using Plumbline.Processes;

namespace Plumbline.Tests.Processes;

public sealed class LimitedProcessTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private static LimitedProcess Start(string verb, ProcessLimits? limits = null) =>
        LimitedProcess.Start(ChildVerbs.Command(verb), limits ?? new ProcessLimits());

    [Fact]
    public void Frames_come_back_as_they_went() => Gen.Byte.Array[0, 300].Array[0, 5].Sample(frames =>
    {
        using var pipe = new MemoryStream();
        foreach (var frame in frames)
        {
            Frames.Write(pipe, frame);
        }

        pipe.Position = 0;
        return frames.All(f => Frames.Read(pipe, 300)!.AsSpan().SequenceEqual(f)) && Frames.Read(pipe, 300) is null;
    });

    [Fact]
    public void A_cut_frame_and_one_longer_than_allowed_are_refused()
    {
        Assert.Throws<EndOfStreamException>(() => Frames.Read(new MemoryStream([5, 0, 0, 0, 1]), 10));
        Assert.Throws<EndOfStreamException>(() => Frames.Read(new MemoryStream([5, 0]), 10));
        Assert.Throws<InvalidDataException>(() => Frames.Read(new MemoryStream([11, 0, 0, 0, 1]), 10));
        Assert.Throws<InvalidDataException>(() => Frames.Read(new MemoryStream([255, 255, 255, 255]), 10));
    }

    [Fact]
    public void Frames_larger_than_a_pipe_do_not_wait_for_ever()
    {
        using var child = Start("child-echo");
        foreach (var size in new[] { 0, 1, 65_532, 65_536, 1 << 20, 30 << 20 })
        {
            var request = new byte[size];
            new Random(size).NextBytes(request);
            Assert.Equal(request, child.Exchange(request, Long));
        }
    }

    [Theory]
    [InlineData("x", ChildFault.Crashed)]
    [InlineData("s", ChildFault.Crashed)]
    [InlineData("m", ChildFault.OutOfMemory)]
    [InlineData("l", ChildFault.Crashed)]
    public void A_child_that_ends_tells_how(string request, ChildFault fault)
    {
        using var child = Start("child-misbehaves", new ProcessLimits { AnswerBytes = 1 << 20 });
        var failure = Assert.Throws<ChildFailedException>(() => child.Exchange(System.Text.Encoding.ASCII.GetBytes(request), Long));
        Assert.Equal(fault, failure.Fault);
    }

    [Fact]
    public void A_start_that_finds_no_memory_is_tried_again()
    {
        var tries = 0;
        using var child = LimitedProcess.Start(ChildVerbs.Command("child-misbehaves"), new ProcessLimits(), started => started.Exchange(++tries < 3 ? "m"u8 : "a"u8, Long));
        Assert.Equal(3, tries);
        Assert.Equal("a"u8.ToArray(), child.Exchange("a"u8, Long));
    }

    [Fact]
    public void A_bomb_in_native_memory_ends_the_child_alone()
    {
        using var child = Start("child-misbehaves", new ProcessLimits { AddressSpaceBytes = 2L << 30 });
        var failure = Assert.Throws<ChildFailedException>(() => child.Exchange("n"u8, Long));
        Assert.NotEqual(ChildFault.TimedOut, failure.Fault);
    }

    [Fact]
    public void A_child_that_hangs_is_killed_when_its_time_is_up()
    {
        using var child = Start("child-misbehaves");
        Assert.Equal("a"u8.ToArray(), child.Exchange("a"u8, Long));
        var failure = Assert.Throws<ChildFailedException>(() => child.Exchange("h"u8, TimeSpan.FromMilliseconds(300)));
        Assert.Equal(ChildFault.TimedOut, failure.Fault);
        Assert.Throws<ObjectDisposedException>(() => child.Exchange("a"u8, Long));
    }

    [Fact]
    public void Cancelling_kills_the_child()
    {
        using var child = Start("child-misbehaves");
        child.Exchange("a"u8, Long);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => child.Exchange("h"u8, Long, cancel.Token));
    }

    [Fact]
    public void A_child_that_talks_much_on_its_error_stream_is_not_blocked()
    {
        using var child = Start("child-misbehaves");
        Assert.Equal("said"u8.ToArray(), child.Exchange("e"u8, Long));
    }

    [Fact]
    public void An_isolated_child_reaches_no_socket_of_this_machine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = BitConverter.GetBytes((ushort)((IPEndPoint)listener.LocalEndpoint).Port);
        using var child = Start("child-misbehaves");
        Assert.SkipUnless(child.IsIsolated, "this system does not let users make network namespaces");
        Assert.Equal("no network"u8.ToArray(), child.Exchange([(byte)'t', .. port], Long));
    }

    [Fact]
    public void A_program_that_is_not_there_is_told_and_not_waited_for()
    {
        var command = new ChildCommand("no-such-program-of-plumbline", []);
        Assert.Throws<Plumbline.Evidence.StoreFailedException>(() => LimitedProcess.Start(command, new ProcessLimits { NoNetwork = false }));
        using var child = LimitedProcess.Start(command, new ProcessLimits());
        Assert.Throws<ChildFailedException>(() => child.Exchange("a"u8, Long));
    }
}
