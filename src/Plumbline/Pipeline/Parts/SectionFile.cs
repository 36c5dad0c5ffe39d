using System.Runtime.InteropServices;
using System.Text;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Pipeline.Parts;

/// <summary>
/// The sections of the members of one kind in one part, as they were found when the members were coded: whoever asks again (a rule that
/// changed, a preview) does not look for them anew. Numbers of 32 bits: how many members, how many ranges, where those of each member
/// start, then name, first and last token of each range; behind them the names. Safe for several readers at once.
/// </summary>
internal sealed class SectionFile
{
    private const int Magic = 0x31534C50; // "PLS1"
    private const int Head = 3;
    private const int Range = 3;

    private readonly byte[] bytes;
    private readonly string[] names;
    private readonly int members;

    private SectionFile(byte[] bytes)
    {
        this.bytes = bytes;
        var head = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(0, bytes.Length - (bytes.Length % sizeof(int))));
        if (head.Length < Head || head[0] != Magic || head[1] < 0 || head[2] < 0 || Head + head[1] + 1L + ((long)head[2] * Range) > head.Length)
        {
            throw new InvalidDataException("Not a file of sections.");
        }

        members = head[1];
        names = Encoding.UTF8.GetString(bytes.AsSpan((Head + members + 1 + (head[2] * Range)) * sizeof(int))).Split('\n');
    }

    /// <summary>Reads a file; null when it is not there, as in builds of older versions.</summary>
    public static SectionFile? Read(string path) => File.Exists(path) ? new SectionFile(File.ReadAllBytes(path)) : null;

    /// <summary>The sections of a member, as they were added.</summary>
    /// <param name="member">Its number in the part's file of members.</param>
    public SectionRange[] Of(int member)
    {
        var numbers = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(0, bytes.Length - (bytes.Length % sizeof(int))));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(member, members);
        var (from, to) = (numbers[Head + member], numbers[Head + member + 1]);
        var ranges = new SectionRange[to - from];
        for (var i = 0; i < ranges.Length; i++)
        {
            var at = numbers.Slice(Head + members + 1 + ((from + i) * Range), Range);
            ranges[i] = new SectionRange(names[at[0]], new TokenRange(at[1], at[2]));
        }

        return ranges;
    }

    /// <summary>Collects sections, member by member, and writes them.</summary>
    internal sealed class Writer
    {
        private readonly List<int> starts = [0];
        private readonly List<int> ranges = [];
        private readonly List<string> names = [];

        /// <summary>Adds those of the next member.</summary>
        public void Add(IReadOnlyList<SectionRange> sections)
        {
            foreach (var section in sections)
            {
                var name = names.IndexOf(section.Name);
                if (name < 0)
                {
                    name = names.Count;
                    names.Add(section.Name);
                }

                ranges.AddRange([name, section.Range.From, section.Range.To]);
            }

            starts.Add(ranges.Count / Range);
        }

        /// <summary>Writes all that was added.</summary>
        public void Write(string path)
        {
            using (var writer = new BinaryWriter(new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)))
            {
                foreach (var number in (IEnumerable<int>)[Magic, starts.Count - 1, ranges.Count / Range, .. starts, .. ranges])
                {
                    writer.Write(number);
                }

                writer.Write(Encoding.UTF8.GetBytes(string.Join('\n', names)));
            }

            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
