using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>A problem of a document as a line of <c>problems.jsonl</c>.</summary>
internal sealed record StoredProblem(
    string Code, string Severity, string Sentence, string Try, string? File, int Line, int Column, string? Document, string? Unit)
{
    public static StoredProblem Of(Problem problem) => new(
        problem.Code, problem.Severity.ToString().ToLowerInvariant(), problem.Sentence, problem.Try,
        problem.Place.File, problem.Place.Line, problem.Place.Column, problem.Place.Document?.Hex, problem.Place.Unit?.Value);

    public Problem ToProblem() => new(
        Code,
        Enum.TryParse<Severity>(Severity, ignoreCase: true, out var severity) ? severity : Evidence.Severity.Error,
        Sentence,
        Try,
        new ProblemPlace(
            File, Line, Column,
            DocumentId.TryParse(Document, out var document) ? document : null,
            UnitId.TryParse(Unit, out var unit) ? unit : null));
}
