using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>Payloads of <c>unit-judgement</c> and <c>carry</c>: docs/decisions/017-judgements-and-carries.md.</summary>
public static partial class DecisionPayload
{
    /// <summary>The payload of a <c>unit-judgement</c>.</summary>
    public static byte[] Write(UnitJudgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        var (a, b) = (judgement.A, judgement.B);
        return CanonicalJson.Of(
            ("kind", judgement.Kind),
            ("documents", new[] { a.Member.Document.Hex, b.Member.Document.Hex }.Distinct().Order(StringComparer.Ordinal).ToList<object>()),
            ("a", Anchor(a)),
            ("b", Anchor(b)),
            ("judgement", judgement.Says.Word()),
            ("coder", judgement.Coder),
            ("note", judgement.Note));
    }

    /// <summary>The payload of a <c>carry</c>.</summary>
    public static byte[] Write(DefinitionCarry carry)
    {
        ArgumentNullException.ThrowIfNull(carry);
        return CanonicalJson.Of(
            ("kind", carry.Kind), ("variable", carry.Variable), ("from", carry.From.Distinct().Order(StringComparer.Ordinal).ToList<object>()), ("to", carry.To),
            ("reason", carry.Reason), ("coder", carry.Coder));
    }

    /// <summary>Reads a <c>unit-judgement</c>; false when it is none of this form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out UnitJudgement judgement)
    {
        judgement = Read(payload, root =>
        {
            var kind = Words(root, "kind");
            return new UnitJudgement(
                AnchorOf(kind, root.GetProperty("a")), AnchorOf(kind, root.GetProperty("b")),
                DecisionWords.TrySameness(Words(root, "judgement"), out var says) ? says : throw new FormatException(), Words(root, "coder"), Optional(root, "note"));
        })!;
        return judgement is not null;
    }

    /// <summary>Reads a <c>carry</c>; false when it is none of this form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out DefinitionCarry carry)
    {
        carry = Read(payload, root => new DefinitionCarry(
            Words(root, "kind"), Words(root, "variable"), Texts(root, "from"), Words(root, "to"), Words(root, "reason"), Words(root, "coder")))!;
        return carry is { From.Count: > 0 };
    }
}
