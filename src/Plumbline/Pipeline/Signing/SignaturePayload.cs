using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Signing;

/// <summary>
/// The payload of a <c>signature</c>: canonical JSON whose form is fixed by docs/decisions/016-signatures.md. What nobody said is left
/// out, unknown keys are passed over. One that comes from another machine is hostile: a file's name must be one inside a case.
/// </summary>
internal static class SignaturePayload
{
    public static byte[] Write(Signature signature) => CanonicalJson.Of(
        ("name", signature.Name),
        ("coder", signature.Coder),
        ("drafts", Files(signature.Drafts)),
        ("files", Files(signature.Files)),
        ("build", new (string, object?)[] { ("id", signature.Build.Id), ("digest", signature.Build.Digest), ("program", signature.Build.Program) }),
        ("heads", signature.Heads.Select(h => h.ToString()).ToList<object>()),
        ("claims", signature.Claims.Select(c => (object)Claim(c)).ToList()));

    /// <summary>Reads a payload; false when it is of another form.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out Signature signature)
    {
        signature = null!;
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            var build = root.GetProperty("build");
            var heads = string.Concat(root.GetProperty("heads").EnumerateArray().Select(h => h.GetString() + "\n"));
            if (!HeadsText.TryParse(heads, out var parsed))
            {
                return false;
            }

            signature = new Signature
            {
                Name = Words(root, "name"),
                Coder = Words(root, "coder")!,
                Drafts = Files(root, "drafts"),
                Files = Files(root, "files"),
                Build = new SignedBuild(Words(build, "id") ?? "", Words(build, "digest") ?? "", Words(build, "program") ?? ""),
                Heads = parsed,
                Claims = root.TryGetProperty("claims", out var claims) ? [.. claims.EnumerateArray().Select(Claim)] : [],
            };
            return signature.Coder is not null && signature.Drafts.Concat(signature.Files).All(f => IsInCase(f.File));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return false;
        }
    }

    /// <summary>True for a name that can be written below a folder of ours and leads nowhere else.</summary>
    private static bool IsInCase(string file)
    {
        var parts = file.Split('/');
        return Array.TrueForAll(parts, p => p.Length is > 0 and < 256 && p[0] != '.' && !p.Any(c => c is '\\' or ':' || char.IsControl(c)));
    }

    private static List<object> Files(IReadOnlyList<SignedFile> files) =>
        [.. files.Select(f => (object)new (string, object?)[] { ("file", f.File), ("sha256", f.Blob.Hex) })];

    private static (string, object?)[] Claim(FigureStanding claim) =>
    [
        ("id", claim.Claim),
        ("draft", claim.Draft),
        ("line", claim.Draft is null ? null : (long)claim.Line),
        ("text", claim.Draft is null ? null : claim.Text),
        ("verdict", claim.Verdict?.Word()),
        ("low", claim.Low?.ToString()),
        ("high", claim.High?.ToString()),
        ("unread", claim.Unread),
    ];

    private static List<SignedFile> Files(JsonElement root, string key) => root.TryGetProperty(key, out var files)
        ? [.. files.EnumerateArray().Select(f => new SignedFile(Words(f, "file") ?? "", DocumentId.TryParse(Words(f, "sha256"), out var blob) ? blob : throw new FormatException()))]
        : [];

    private static FigureStanding Claim(JsonElement claim) => new(
        Words(claim, "id") ?? "",
        Words(claim, "draft"),
        claim.TryGetProperty("line", out var line) ? line.GetInt32() : 0,
        Words(claim, "text") ?? "",
        Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(v => v!.Value.Word() == Words(claim, "verdict")),
        End(Words(claim, "low")),
        End(Words(claim, "high")),
        claim.TryGetProperty("unread", out var unread) ? unread.GetInt64() : 0);

    private static ClaimValue? End(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new ClaimValue(null, day)
        : new ClaimValue(decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    private static string? Words(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.GetString() : null;
}
