using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

using Coding = Evidence.Coding;

/// <summary>
/// The codings of one variable for the members of one part, in the order of the members: what is kept so that a
/// changed rule codes its own variable again and nothing else. Written to a new name and renamed when whole.
/// </summary>
internal sealed class CodingFileWriter : IDisposable
{
    internal const uint Magic = 0x31434C50; // "PLC1"
    private readonly string path;
    private readonly BinaryWriter writer;
    private readonly Dictionary<Coder, int> coders = [];
    private bool finished;

    public CodingFileWriter(string path)
    {
        this.path = path;
        writer = new BinaryWriter(new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
        writer.Write(Magic);
    }

    /// <summary>Adds the codings of the next member; none is a member without codings.</summary>
    public void Add(IReadOnlyList<Coding> codings, string variable)
    {
        var count = 0;
        foreach (var coding in codings)
        {
            count += coding.Variable == variable ? 1 : 0;
        }

        writer.Write7BitEncodedInt(count);
        foreach (var coding in codings)
        {
            if (coding.Variable == variable)
            {
                Write(coding);
            }
        }
    }

    public void Finish()
    {
        writer.Dispose();
        finished = true;
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Dispose()
    {
        writer.Dispose();
        if (!finished)
        {
            File.Delete(path + ".new");
        }
    }

    private void Write(Coding coding)
    {
        writer.Write((byte)((int)coding.Status | (coding.IsCertain ? 0x10 : 0) | (coding.Value is null ? 0 : 0x20)));
        if (coding.Value is { } value)
        {
            writer.Write(value.Text);
        }

        writer.Write7BitEncodedInt(coding.Candidates.Count);
        foreach (var candidate in coding.Candidates)
        {
            writer.Write(candidate.Text);
        }

        if (coders.TryGetValue(coding.Coder, out var index))
        {
            writer.Write7BitEncodedInt(index);
        }
        else
        {
            coders.Add(coding.Coder, coders.Count);
            writer.Write7BitEncodedInt(coders.Count - 1);
            writer.Write((byte)coding.Coder.Kind);
            writer.Write(coding.Coder.Name);
            writer.Write(coding.Coder.Version);
        }

        switch (coding.Evidence)
        {
            case TextSelector text:
                writer.Write((byte)0);
                writer.Write7BitEncodedInt(text.Span.Start);
                writer.Write7BitEncodedInt(text.Span.Length);
                writer.Write(text.Exact);
                writer.Write(text.Prefix);
                writer.Write(text.Suffix);
                writer.Write7BitEncodedInt(text.Page);
                writer.Write(text.Section);
                break;
            case RecordSelector record:
                writer.Write((byte)(record.Value is null ? 2 : 1));
                writer.Write7BitEncodedInt(record.Row);
                writer.Write7BitEncodedInt64(record.Line);
                writer.Write(record.Column);
                if (record.Value is not null)
                {
                    writer.Write(record.Value);
                }

                break;
            case SilenceSelector silence:
                writer.Write((byte)(silence.WholeText ? 3 : 4));
                Write(silence.Rules);
                Write(silence.Sections);
                break;
            default:
                throw new ArgumentException($"No form for {coding.Evidence.GetType().Name}.", nameof(coding));
        }
    }

    private void Write(IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }
}

/// <summary>Reads what <see cref="CodingFileWriter"/> wrote, member by member.</summary>
internal sealed class CodingFileReader : IDisposable
{
    private readonly BinaryReader reader;
    private readonly Variable variable;
    private readonly string definition;
    private readonly List<Coder> coders = [];
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private SilenceSelector? lastSilence;

    public CodingFileReader(string path, Variable variable)
    {
        this.variable = variable;
        definition = variable.ComputeDefinitionHash();
        reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        if (reader.ReadUInt32() != CodingFileWriter.Magic)
        {
            reader.Dispose();
            throw new InvalidDataException("Not a file of codings.");
        }
    }

    /// <summary>Adds the codings of the next member.</summary>
    public void Read(UnitId member, List<Coding> into)
    {
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            into.Add(Read(member));
        }
    }

    public void Dispose() => reader.Dispose();

    private Coding Read(UnitId member)
    {
        var head = reader.ReadByte();
        CodedValue? value = (head & 0x20) == 0 ? null : new CodedValue(variable.Type, reader.ReadString());
        var candidates = reader.Read7BitEncodedInt() is var n and > 0
            ? Enumerable.Range(0, n).Select(_ => new CodedValue(variable.Type, reader.ReadString())).ToArray()
            : [];
        var index = reader.Read7BitEncodedInt();
        if (index == coders.Count)
        {
            coders.Add(new Coder((CoderKind)reader.ReadByte(), reader.ReadString(), reader.ReadString()));
        }

        return new Coding
        {
            Member = member,
            Variable = variable.Name,
            Status = (Status)(head & 0xF),
            Value = value,
            Candidates = candidates,
            Coder = coders[index],
            DefinitionHash = definition,
            Evidence = ReadSelector(),
            IsCertain = (head & 0x10) != 0,
        };
    }

    private Selector ReadSelector()
    {
        var kind = reader.ReadByte();
        switch (kind)
        {
            case 0:
                var start = reader.Read7BitEncodedInt();
                var span = new TextSpan(start, start + reader.Read7BitEncodedInt());
                return new TextSelector(
                    span, reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt(), Shared(reader.ReadString()));
            case 1 or 2:
                return new RecordSelector(
                    reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64(), Shared(reader.ReadString()), kind == 1 ? reader.ReadString() : null);
            default:
                var rules = ReadTexts();
                var silence = new SilenceSelector(rules, ReadTexts(), kind == 3);

                // Nearly every silence of a variable is the same search: keep one.
                if (lastSilence is { } last && last.WholeText == silence.WholeText && last.Rules.SequenceEqual(rules)
                    && last.Sections.SequenceEqual(silence.Sections))
                {
                    return last;
                }

                return lastSilence = silence;
        }
    }

    private string[] ReadTexts()
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Shared(reader.ReadString());
        }

        return texts;
    }

    private string Shared(string text)
    {
        if (!words.TryGetValue(text, out var shared))
        {
            words.Add(text, shared = text);
        }

        return shared;
    }
}
