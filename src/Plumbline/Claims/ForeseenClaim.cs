namespace Plumbline.Claims;

/// <summary>A claim that will be read.</summary>
/// <param name="Query">Its query.</param>
/// <param name="EvidenceRows">How many rows of evidence will be asked for; 0 for none.</param>
public sealed record ForeseenClaim(ClaimQuery Query, int EvidenceRows)
{
    /// <summary>Its reading, where that is known of the same tables: then only its evidence is read.</summary>
    public ClaimReading? Known { get; init; }
}

/// <summary>A reader that can be told beforehand what it will be asked. It reads all that in few passes over the tables, and answers at once after that.</summary>
public interface IForeseeingReader : IClaimReader
{
    /// <summary>Reads what will be asked. What can't be read now is read, or fails, when it is asked for.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what was read stays read.</exception>
    void Foresee(IReadOnlyList<ForeseenClaim> claims, CancellationToken cancellation);
}
