using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Plumbline.Claims;

namespace Plumbline.Pipeline.Keeping;

/// <summary>What was read of one claim's query, and of which state of the tables.</summary>
internal sealed record KeptClaim
{
    public required string Sql { get; init; }

    public required Measure Measure { get; init; }

    public string? Of { get; init; }

    /// <summary>See <see cref="StateOf"/>.</summary>
    public required string State { get; init; }

    public required ClaimReading Reading { get; init; }

    /// <summary>How many rows of evidence were asked for.</summary>
    public int Rows { get; init; }

    /// <summary>The first of them; null when none were read. Text of documents, as the tables beside it have it.</summary>
    public IReadOnlyList<EvidenceRow>? Evidence { get; init; }

    [JsonIgnore]
    public (string, Measure, string?) Key => (Sql, Measure, Of);

    /// <summary>True when so much evidence is kept as is asked for.</summary>
    public bool HasEvidence(int rows) => rows == 0 || (Evidence is not null && (rows <= Rows || Evidence.Count == Reading.Rows));

    /// <summary>
    /// Hash over the digests of all that a reading depends on: units, members and open merges of each table, what people decided there,
    /// and the cells and codings of the variables read. Null when the build has no such table or variable.
    /// </summary>
    public static string? StateOf(IReadOnlyList<ReadTable> reads, BuildManifest manifest)
    {
        var text = new StringBuilder();
        foreach (var read in reads)
        {
            if (!manifest.Tables.TryGetValue(read.Kind, out var table))
            {
                return null;
            }

            text.Append(read.Kind).Append('\n').Append(table.Layout).Append('\n').Append(table.Digest).Append('\n').Append(table.Decided).Append('\n');
            foreach (var name in read.Variables)
            {
                if (!table.Variables.TryGetValue(name, out var variable))
                {
                    return null;
                }

                text.Append(name).Append('\n').Append(variable.Codings).Append('\n').Append(variable.Digest).Append('\n');
            }
        }

        return reads.Count == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>The file of what is kept.</summary>
/// <param name="Library">The library that read it: another may read otherwise.</param>
/// <param name="Claims">Those used last before others.</param>
internal sealed record KeptFile(string Library, IReadOnlyList<KeptClaim> Claims);

[JsonSerializable(typeof(KeptFile))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class KeptJson : JsonSerializerContext;
