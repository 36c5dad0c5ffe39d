using System.Text;
using Plumbline.Cli;
using Plumbline.Cli.Output;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

/// <summary><c>plumb codebook preview --watch</c>: shows a rule again at each save, a fault as one, and ends when it is stopped.</summary>
public sealed class CodebookWatchTests
{
    private const string Book = "unit: notes\nvariables:\n  seen:\n    type: yes/no\n    rules: [{value: yes, when: lantern}]\n";

    [Fact]
    public async Task A_watched_rule_is_shown_again_at_each_save_and_a_fault_in_between_does_not_end_it()
    {
        using var given = new TestCase("watched");
        given.Codebook("notes", Book);
        given.Give(("a.txt", "A lantern."u8.ToArray()), ("b.txt", "A lamp."u8.ToArray()), ("c.txt", "Another lamp."u8.ToArray()));
        given.Build();
        var path = Path.Combine(given.Folder.Codebooks, "notes.yaml");
        var output = new LockedWriter();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = Task.Run(() => Host.Run(["codebook", "preview", given.Folder.Root, "seen/yes", "--watch"], new Terminal(output, output, 80), stop.Token), TestContext.Current.CancellationToken);
        await Shown(output, "finds something in 1 text", 1);
        Save(path, Book.Replace("lantern", "lamp", StringComparison.Ordinal), 1);
        await Shown(output, "finds something in 2 texts", 1);
        Save(path, Book.Replace("when: lantern", "when: '(lantern'", StringComparison.Ordinal), 2);
        await Shown(output, "COD0", 1);
        Save(path, Book, 3);
        await Shown(output, "finds something in 1 text ", 2);
        Assert.False(run.IsCompleted);
        await stop.CancelAsync();
        Assert.True(await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken) is ExitCode.Clean or ExitCode.Stopped);
    }

    /// <summary>Editors may save twice within one tick of the file system's clock: the time is set, so that each save is another.</summary>
    private static void Save(string path, string text, int number)
    {
        File.WriteAllText(path + ".new", text);
        File.SetLastWriteTimeUtc(path + ".new", new DateTime(2030, 1, number, 0, 0, 0, DateTimeKind.Utc));
        File.Move(path + ".new", path, overwrite: true);
    }

    private static async Task Shown(LockedWriter output, string words, int times)
    {
        for (var wait = 0; wait < 1200; wait++)
        {
            if (output.Text.Split(words).Length - 1 >= times)
            {
                return;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"'{words}' was not shown {times} times within a minute:\n{output.Text}");
    }

    private sealed class LockedWriter : TextWriter
    {
        private readonly StringBuilder text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (text)
                {
                    return text.ToString();
                }
            }
        }

        public override void Write(char value)
        {
            lock (text)
            {
                text.Append(value);
            }
        }
    }
}
