using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

public sealed partial class TablesProcess : ISimpleCounts
{
    /// <inheritdoc/>
    IReadOnlyList<CountedCell> ISimpleCounts.Of(string kind, IReadOnlyList<string> variables)
    {
        var answer = Ask(new SqlRequest("counts") { Kind = kind, Variables = variables });
        return answer.Problems is [var problem, ..] ? throw new ItemFailedException(problem.Code, problem.Sentence, problem.Try) : answer.Counts;
    }
}
