using System.Runtime.InteropServices;

namespace Plumbline.Coding.Tokens;

/// <summary>
/// How a part file is laid out (little endian). One file, so that one rename makes all of it appear:
/// <code>
/// magic          8 bytes
/// documents      for each: form ids (int32 each), offset bytes (OffsetCode), zeros up to a multiple of 4
/// table          a DocumentEntry for each document
/// entries        a FormEntry for each form, sorted by form, and one more
/// ranks          int32 for each id: its place among the entries
/// letters        UTF-16
/// starts         int64 for each id and one more: where its postings start
/// postings       for each id the ordinals of the documents that hold it: varint gaps
/// trailer        where each of these is
/// </code>
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct PartTrailer
{
    public const ulong PartMagic = 0x314B4F544C504C50; // "PLPLTOK1"

    public long Table;
    public long Entries;
    public long Ranks;
    public long Letters;
    public long Starts;
    public long Postings;
    public long PostingsBytes;
    public int Documents;
    public int Forms;
    public long LetterCount;
    public ulong Magic;
}

/// <summary>Where a document lies.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct DocumentEntry(long At, int Tokens, int OffsetBytes, int TextLength, int Reserved);
