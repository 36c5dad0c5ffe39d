using System.Buffers.Binary;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>A member of a part: its place, its tokens and the hash of its normalised words.</summary>
/// <param name="DocumentOrdinal">Ordinal of its document in the part.</param>
/// <param name="Place">Its place in the document.</param>
/// <param name="TokenFrom">First token, counted in the document; 0 for rows.</param>
/// <param name="TokenTo">Token behind the last; 0 for rows.</param>
/// <param name="TextHash">128 bits over its folded words (for rows, over its cells): equal for equal text.</param>
/// <param name="CardStart">Offset in its text from which a court's site speaks and not the act; -1 where it nowhere does, <see cref="OfEntry"/> for an entry.</param>
internal readonly record struct PartMember(int DocumentOrdinal, Place Place, int TokenFrom, int TokenTo, UInt128 TextHash, int CardStart = -1)
{
    /// <summary>Stands for the card of an entry: a person's own record, which no rule reads and no column settles.</summary>
    public const int OfEntry = -2;
}

/// <summary>The members of one kind in one part, in order of document and place.</summary>
internal static class MemberFile
{
    private const uint Magic = 0x324D4C50; // "PLM2"
    private const uint WithoutCards = 0x314D4C50; // "PLM1": files of builds made before cards were read

    public static void Write(string path, IReadOnlyList<PartMember> members)
    {
        using (var writer = new BinaryWriter(new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)))
        {
            Span<byte> hash = stackalloc byte[16];
            writer.Write(Magic);
            writer.Write(members.Count);
            foreach (var member in members)
            {
                writer.Write7BitEncodedInt(member.DocumentOrdinal);
                writer.Write((byte)member.Place.Kind);
                writer.Write7BitEncodedInt(member.Place.Number);
                writer.Write(member.Place.Table ?? "");
                writer.Write7BitEncodedInt(member.TokenFrom);
                writer.Write7BitEncodedInt(member.TokenTo);
                BinaryPrimitives.WriteUInt128LittleEndian(hash, member.TextHash);
                writer.Write(hash);
                writer.Write7BitEncodedInt(member.CardStart + 1);
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    public static PartMember[] Read(string path)
    {
        using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        var magic = reader.ReadUInt32();
        if (magic is not (Magic or WithoutCards))
        {
            throw new InvalidDataException("Not a file of members.");
        }

        var members = new PartMember[reader.ReadInt32()];
        for (var i = 0; i < members.Length; i++)
        {
            var ordinal = reader.Read7BitEncodedInt();
            var kind = (PlaceKind)reader.ReadByte();
            var number = reader.Read7BitEncodedInt();
            var table = reader.ReadString();
            var place = kind switch
            {
                PlaceKind.Part => Place.Part(number),
                PlaceKind.Row => Place.Row(number, table.Length == 0 ? null : table),
                _ => Place.Whole,
            };
            members[i] = new PartMember(
                ordinal, place, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), BinaryPrimitives.ReadUInt128LittleEndian(reader.ReadBytes(16)),
                magic == Magic ? reader.Read7BitEncodedInt() - 1 : -1);
        }

        return members;
    }
}
