namespace Plumbline.Evidence;

/// <summary>How bad a <see cref="Problem"/> is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is missing for it.</summary>
    Note,

    /// <summary>Something may be wrong or incomplete.</summary>
    Warning,

    /// <summary>The item could not be used.</summary>
    Error,
}

/// <summary>Where the data's fault lies. All parts are optional; line and column count from 1, columns in UTF-16 units.</summary>
/// <param name="File">File name as the user gave it. Hostile text: clean it where it is printed.</param>
/// <param name="Line">1-based line, 0 when unknown.</param>
/// <param name="Column">1-based column, 0 when unknown.</param>
/// <param name="Document">The archived file.</param>
/// <param name="Unit">The unit.</param>
/// <param name="SourceLine">The line itself, for a caret under <paramref name="Column"/>. Only of files that users write (YAML, queries, SQL), never of documents.</param>
public sealed record ProblemPlace(
    string? File = null, int Line = 0, int Column = 0, DocumentId? Document = null, UnitId? Unit = null, string? SourceLine = null);

/// <summary>
/// A fault of the data: collected beside the item, never thrown, never dropped. Messages carry ids and positions, never
/// the text of a document.
/// </summary>
/// <param name="Code">Stage prefix and number, such as <c>ING004</c>; stands in docs/problems.md.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Sentence">What is wrong, one sentence.</param>
/// <param name="Try">What the user can do about it, one sentence or a command; empty when nothing can be done.</param>
/// <param name="Place">Where.</param>
public sealed record Problem(string Code, Severity Severity, string Sentence, string Try, ProblemPlace Place);

/// <summary>The three outcomes of every check: what could not be checked is never taken as passed.</summary>
public enum CheckOutcome
{
    /// <summary>Could not be checked.</summary>
    NotChecked,

    /// <summary>Checked, right.</summary>
    Passed,

    /// <summary>Checked, wrong.</summary>
    Failed,
}
