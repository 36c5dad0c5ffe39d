using Plumbline.Cases;
using Plumbline.Custody;

namespace Plumbline.Bench.Kills;

/// <summary>The case that is worked on while everything is killed: invented rulings, two coders, a second machine.</summary>
internal sealed class KillCase
{
    private readonly string program, root;
    private int files;

    public KillCase(string program, string root, int rulings)
    {
        (this.program, this.root) = (program, root);
        Directory.CreateDirectory(root);
        Folder = CaseFolder.At(Path.Combine(root, "дело"));
        Other = Path.Combine(root, "other");
        Must("new", Folder.Root, "--template", "rulings-ru");
        Must("demo", Path.Combine(root, "given"), "--files", "--count", $"{rulings}");
        Must("ingest", Folder.Root, Path.Combine(root, "given", "rulings"), "--source", "invented");
        Must("build", Folder.Root);
        Units = [.. Must("query", Folder.Root, "SELECT unit_id FROM rulings ORDER BY unit_id", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)];
        Must("merge", Other, Folder.Root);
        Must("build", Other);
    }

    public CaseFolder Folder { get; }

    /// <summary>The same case on a second machine.</summary>
    public string Other { get; }

    /// <summary>Ids of rulings.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>A path for something new.</summary>
    public string New(string name) => Path.Combine(root, $"{++files:00000}-{name}");

    /// <summary>A file with text of its own.</summary>
    public string File(string text)
    {
        var path = New("файл.txt");
        System.IO.File.WriteAllText(path, $"Дело № 5-{files}/2023\n\n{text} {files}\n");
        return path;
    }

    public IReadOnlyList<JournalHead> Heads(CaseFolder folder)
    {
        using var journal = Journal.OpenRead(folder);
        return journal.Heads();
    }

    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public Ended Must(params IReadOnlyList<string> arguments)
    {
        var ended = KilledRun.Run(program, arguments, null);
        return ended.IsDone ? ended : throw new InvalidOperationException($"plumb {string.Join(' ', arguments)} ended with {ended.Code}: {ended.Error}");
    }
}
