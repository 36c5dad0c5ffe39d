namespace Plumbline.Evidence;

/// <summary>
/// The world's fault: a full disk, a missing file, a broken store. Faults of the data are <see cref="Problem"/>s, the
/// caller's mistakes are <see cref="ArgumentException"/>s. Messages never carry the text of a document.
/// </summary>
public class PlumblineException : Exception
{
    /// <summary>A fault with what to try.</summary>
    public PlumblineException(string code, string sentence, string @try, Exception? inner = null)
        : base(sentence, inner)
    {
        Code = code;
        Try = @try;
    }

    /// <summary>Stage prefix and number, such as <c>CUS004</c>.</summary>
    public string Code { get; }

    /// <summary>What the user can do, one sentence or a command.</summary>
    public string Try { get; }

    /// <summary>The fault as a problem, for reports.</summary>
    public Problem ToProblem(ProblemPlace? place = null) => new(Code, Severity.Error, Message, Try, place ?? new ProblemPlace());
}

/// <summary>This item can't be done; the next one can.</summary>
public sealed class ItemFailedException(string code, string sentence, string @try, Exception? inner = null)
    : PlumblineException(code, sentence, @try, inner);

/// <summary>What the user asked for can't be done as asked (wrong name, wrong file, faults in YAML).</summary>
public sealed class UsageException(string code, string sentence, string @try, IReadOnlyList<Problem>? problems = null)
    : PlumblineException(code, sentence, @try)
{
    /// <summary>Every fault found, not only the first.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems ?? [];
}

/// <summary>A store (archive, journal, build) can't be read or written.</summary>
public sealed class StoreFailedException(string code, string sentence, string @try, bool isTransient, Exception? inner = null)
    : PlumblineException(code, sentence, @try, inner)
{
    /// <summary>True when the same call may go through later (locked file, full disk).</summary>
    public bool IsTransient { get; } = isTransient;
}

/// <summary>Something that was written is not as it was written. Always stops; no flag softens it.</summary>
public sealed class IntegrityException(string code, string sentence, string @try, Exception? inner = null)
    : PlumblineException(code, sentence, @try, inner);
