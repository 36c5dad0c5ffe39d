using Plumbline.Evidence;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plumbline.Cases.Yaml;

/// <summary>A YAML file of a case, read and checked against its shape: all faults at once, each with line and column.</summary>
/// <param name="Root">The checked tree; null when there are faults that leave nothing to use.</param>
/// <param name="Problems">All faults.</param>
public sealed record YamlFile(YamlMap? Root, IReadOnlyList<Problem> Problems)
{
    /// <summary>Longest text read, in UTF-16 units: files of somebody else's case are hostile.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private const int MaxDepth = 32;

    /// <summary>True when nothing is wrong.</summary>
    public bool IsRight => Root is not null && Problems.All(p => p.Severity != Severity.Error);

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">What it must look like.</param>
    /// <param name="shownName">How messages name the file, such as <c>claims.yaml</c>.</param>
    public static YamlFile Read(string path, YamlShape shape, string shownName)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > MaxLength * 2L
                ? TooLong(shownName)
                : Parse(File.ReadAllText(path), shape, shownName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var missing = e is FileNotFoundException or DirectoryNotFoundException;
            return new YamlFile(null, [new Problem(
                "YML001", Severity.Error,
                missing ? $"There is no {shownName}." : $"{shownName} can't be read.",
                missing ? "Make a case with: plumb new DIR" : "Look at the file's permissions.",
                new ProblemPlace(shownName))]);
        }
    }

    /// <summary>Reads and checks a text.</summary>
    public static YamlFile Parse(string text, YamlShape shape, string shownName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(shape);
        if (text.Length > MaxLength)
        {
            return TooLong(shownName);
        }

        var faults = new YamlFaults(shownName, text);
        YamlNode? root = null;
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<DocumentStart>(out _))
            {
                root = ReadNode(parser, faults, 0);
                parser.Consume<DocumentEnd>();
                if (parser.TryConsume<DocumentStart>(out var second))
                {
                    faults.Add("YML003", "A second document starts here; only one is read.", "Remove the line ---.", At(second.Start));
                }
            }
        }
        catch (YamlException e)
        {
            faults.Add("YML002", "This is not valid YAML: " + Plain(e), "Look at indentation, colons and quotes on this line and the one before.", At(e.Start));
            return new YamlFile(null, faults.All);
        }
        catch (InvalidOperationException)
        {
            // What the library throws over some flow maps that end wrongly.
            faults.Add("YML002", "This is not valid YAML: a map or list in braces does not end as it began.", "Look at braces, brackets, colons and quotes.", (0, 0));
            return new YamlFile(null, faults.All);
        }

        if (root is null or YamlScalar { IsNull: true })
        {
            root = new YamlMap([], 1, 1);
        }

        YamlCheck.Check(root, shape, "", faults);
        return new YamlFile(root as YamlMap, faults.All);
    }

    private static YamlNode ReadNode(Parser parser, YamlFaults faults, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested deeper than {MaxDepth} levels");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw new YamlException(parser.Current.Start, parser.Current.End, "anchors and aliases (& and *) are not used here; quote the text if you mean the sign");
        }

        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlScalar(scalar.Value, scalar.Style is ScalarStyle.Plain, (int)scalar.Start.Line, (int)scalar.Start.Column);
            case SequenceStart start:
                parser.MoveNext();
                var items = new List<YamlNode>();
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode(parser, faults, depth + 1));
                }

                return new YamlList(items, (int)start.Start.Line, (int)start.Start.Column);
            case MappingStart start:
                parser.MoveNext();
                return ReadMap(parser, faults, depth, start);
            default:
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a value is expected");
        }
    }

    private static YamlMap ReadMap(Parser parser, YamlFaults faults, int depth, MappingStart start)
    {
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = parser.Current!.Start;
            if (ReadNode(parser, faults, depth + 1) is not YamlScalar key)
            {
                throw new YamlException(place, place, "a key must be a word");
            }

            var value = ReadNode(parser, faults, depth + 1);
            if (!seen.Add(key.Text))
            {
                faults.Add("YML004", $"The key '{key.Text}' stands twice in one map.", "Keep one of them.", (key.Line, key.Column));
                continue;
            }

            entries.Add(new YamlEntry(key, value));
        }

        return new YamlMap(entries, (int)start.Start.Line, (int)start.Start.Column);
    }

    private static (int Line, int Column) At(Mark mark) => ((int)mark.Line, (int)mark.Column);

    private static string Plain(YamlException e) => (e.InnerException?.Message ?? e.Message).TrimEnd('.') + ".";

    private static YamlFile TooLong(string shownName) => new(null, [new Problem(
        "YML005", Severity.Error, $"{shownName} is longer than {MaxLength / 1024 / 1024} MB.", "Split it, or look whether it is the right file.", new ProblemPlace(shownName))]);
}
