using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

public sealed partial class TablesProcess : IForeseeingReader
{
    /// <summary>Most characters of SQL in one request: escaped they must stay below what the worker takes.</summary>
    private const int MostCharacters = 100_000;

    /// <summary>A pass reads several claims, so it may take as long as several.</summary>
    private const int ClaimsOfTime = 6;

    private readonly Dictionary<(string Sql, Measure Measure, string? OfSql), (ClaimReading? Reading, IReadOnlyList<EvidenceRow>? Evidence, int Rows)> foreseen = [];

    /// <inheritdoc/>
    public void Foresee(IReadOnlyList<ForeseenClaim> claims, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        foreach (var _ in ReadAll(claims, cancellation))
        {
            // What is read is remembered as it comes.
        }
    }

    /// <summary>Reads claims in few passes. Gives, as it comes, the reading of each and later its evidence; what could not be read together with others is not given.</summary>
    /// <exception cref="StoreFailedException">The tables can't be opened.</exception>
    internal IEnumerable<(ForeseenClaim Claim, ClaimReading? Reading, IReadOnlyList<EvidenceRow>? Evidence)> ReadAll(IReadOnlyList<ForeseenClaim> claims, CancellationToken cancellation)
    {
        foreach (var part in Parts(claims))
        {
            var request = new SqlRequest("read-all") { Claims = part };
            while (true)
            {
                var answer = Ask(request, cancellation, timeout * ClaimsOfTime);
                foreach (var read in answer.Read)
                {
                    Remember(part[read.Index], read);
                    yield return (part[read.Index], read.Reading, read.Evidence);
                }

                if (!answer.More)
                {
                    break;
                }

                request = new SqlRequest("read-next");
            }
        }
    }

    private static (string Sql, Measure Measure, string? OfSql) KeyOf(ClaimQuery claim) => (claim.Sql, claim.Measure, claim.OfSql);

    private void Remember(ForeseenClaim claim, ReadClaim read)
    {
        var known = foreseen.GetValueOrDefault(KeyOf(claim.Query));
        foreseen[KeyOf(claim.Query)] = read.Evidence is null ? known with { Reading = read.Reading } : known with { Evidence = read.Evidence, Rows = claim.EvidenceRows };
    }

    private static IEnumerable<List<ForeseenClaim>> Parts(IReadOnlyList<ForeseenClaim> claims)
    {
        var (part, characters) = (new List<ForeseenClaim>(), 0);
        foreach (var claim in claims)
        {
            var length = claim.Query.Sql.Length + (claim.Query.OfSql?.Length ?? 0);
            if (length > MostCharacters)
            {
                continue;
            }

            if (characters + length > MostCharacters)
            {
                yield return part;
                (part, characters) = ([], 0);
            }

            part.Add(claim);
            characters += length + 100;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
