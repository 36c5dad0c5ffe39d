namespace Plumbline.Claims.Sql;

public sealed partial class TablesProcess : IOpenUnitReader
{
    /// <inheritdoc/>
    /// <exception cref="Evidence.StoreFailedException">The tables can't be opened.</exception>
    public OpenUnits Open(ClaimQuery claim, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var answer = Ask(new SqlRequest("open-units") { Claim = claim, Limit = limit });
        return answer.Open ?? new OpenUnits { Problems = answer.Problems };
    }
}
