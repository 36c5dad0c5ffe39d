using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Plumbline.Claims;

namespace Plumbline.Pipeline.Keeping;

/// <summary>
/// What checks read of claims, kept in the folder of the build beside its tables: so it goes where the build goes when something is erased,
/// and holds no text that the tables don't hold. The first line is a hash over the rest; what is not whole is as if it were not there.
/// </summary>
internal sealed class KeptClaims
{
    /// <summary>Bounds of the file: beyond them those that were used longest ago go.</summary>
    private const int MostClaims = 2_000, MostCharacters = 8 << 20;

    private readonly BuildFolder build;
    private readonly BuildManifest manifest;
    private readonly Dictionary<(string, Measure, string?), KeptClaim> claims;
    private readonly List<(string, Measure, string?)> used = [];
    private bool isChanged;

    private KeptClaims(BuildFolder build, BuildManifest manifest, IEnumerable<KeptClaim> claims)
    {
        (this.build, this.manifest) = (build, manifest);
        this.claims = claims.ToDictionary(c => c.Key);
    }

    /// <summary>Opens what is kept of a build: only what was read by this library of the tables as they are.</summary>
    public static KeptClaims Of(BuildFolder build, BuildManifest manifest) => new(build, manifest, Read(build, manifest));

    /// <summary>Takes what is kept of a build over into the next one, where all that it depends on stayed.</summary>
    public static void Carry(BuildFolder before, BuildFolder build, BuildManifest manifest)
    {
        var kept = new KeptClaims(build, manifest, Read(before, manifest));
        if (kept.claims.Count > 0)
        {
            kept.used.AddRange(kept.claims.Keys);
            kept.isChanged = true;
            kept.Save();
        }
    }

    /// <summary>What is kept of a query; null when it has to be read.</summary>
    public KeptClaim? Find(ClaimQuery query)
    {
        var key = (query.Sql, query.Measure, query.OfSql);
        if (!claims.TryGetValue(key, out var kept))
        {
            return null;
        }

        used.Add(key);
        return kept;
    }

    /// <summary>Keeps a reading. Not one with faults: they may be of the moment, and cost little.</summary>
    public void Add(ClaimQuery query, ClaimReading reading)
    {
        if (reading.Problems.Count == 0 && KeptClaim.StateOf(reading.Tables, manifest) is { } state)
        {
            var kept = new KeptClaim { Sql = query.Sql, Measure = query.Measure, Of = query.OfSql, State = state, Reading = reading };
            claims[kept.Key] = kept;
            used.Add(kept.Key);
            isChanged = true;
        }
    }

    /// <summary>Keeps the evidence of a query that was read.</summary>
    public void Add(ClaimQuery query, int rows, IReadOnlyList<EvidenceRow> evidence)
    {
        if (claims.TryGetValue((query.Sql, query.Measure, query.OfSql), out var kept))
        {
            claims[kept.Key] = kept with { Rows = rows, Evidence = evidence };
            isChanged = true;
        }
    }

    /// <summary>Writes down what is new. Where that can't be done, all is read again next time: a case may be one to read only, or be erased at this moment.</summary>
    public void Save()
    {
        // A case of somebody else may hold links where files and folders should be: nothing is written through them.
        if (!isChanged || new DirectoryInfo(build.Path).LinkTarget is not null)
        {
            return;
        }

        var next = build.Kept + ".new";
        try
        {
            var json = Json();
            File.Delete(next);
            using (var file = new FileStream(next, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(XxHash128.Hash(json)) + "\n"));
                file.Write(json);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, build.Kept, overwrite: true);
            isChanged = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }

    private byte[] Json()
    {
        var (some, characters) = (new List<KeptClaim>(), 0L);
        foreach (var key in used.AsEnumerable().Reverse().Concat(claims.Keys).Distinct())
        {
            var kept = claims[key];
            characters += kept.Sql.Length + (kept.Of?.Length ?? 0) + 500 + (kept.Evidence?.Sum(r => 200L + r.Cells.Sum(c => 200L + (c.Quote?.Length ?? 0) + (c.Prefix?.Length ?? 0) + (c.Suffix?.Length ?? 0) + (c.Value?.Length ?? 0))) ?? 0);
            if (some.Count == MostClaims || characters > MostCharacters)
            {
                break;
            }

            some.Add(kept);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new KeptFile(CaseInputs.Library, some), KeptJson.Default.KeptFile);
    }

    private static IEnumerable<KeptClaim> Read(BuildFolder build, BuildManifest manifest)
    {
        const int Hash = 33;
        try
        {
            if (!File.Exists(build.Kept))
            {
                return [];
            }

            var bytes = File.ReadAllBytes(build.Kept);
            return bytes.Length > Hash && Encoding.ASCII.GetString(bytes, 0, Hash - 1) == Convert.ToHexStringLower(XxHash128.Hash(bytes.AsSpan(Hash)))
                && JsonSerializer.Deserialize(bytes.AsSpan(Hash), KeptJson.Default.KeptFile) is { } file && file.Library == CaseInputs.Library
                ? file.Claims.DistinctBy(c => c.Key).Where(c => KeptClaim.StateOf(c.Reading.Tables, manifest) == c.State) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            return [];
        }
    }
}
