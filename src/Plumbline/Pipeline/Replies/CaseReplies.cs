using System.Globalization;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Replies;

/// <summary>What was entered.</summary>
/// <param name="Unit">The unit it belongs to.</param>
/// <param name="Row">The row.</param>
/// <param name="Document">Its document.</param>
/// <param name="IsNew">False when just this was entered before.</param>
public sealed record ReplyReceipt(string Unit, ReplyRow Row, DocumentId Document, bool IsNew);

/// <summary>
/// Requests and answers of a case. Each is a person's own statement, archived as a document of one row with custody, so that
/// it can be withdrawn, erased, merged and shown like any other; the next build counts it.
/// </summary>
/// <param name="folder">The case.</param>
/// <param name="options">Who sits at the computer, and the clock.</param>
public sealed class CaseReplies(CaseFolder folder, JournalOptions options)
{
    /// <summary>Enters that somebody was asked.</summary>
    /// <exception cref="UsageException">Nothing said, days that don't fit, or no pseudonym.</exception>
    public ReplyReceipt Ask(ReplyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        foreach (var (option, text) in new[] { ("--whom", row.Whom), ("--about", row.About), ("--how", row.How) })
        {
            if (ReplyRow.Plain(text).Length == 0)
            {
                throw ReplyProblems.NothingSaid(option);
            }
        }

        if (row.Deadline < row.Asked)
        {
            throw ReplyProblems.Backwards("The deadline");
        }

        var kind = Register() ?? throw ReplyProblems.NoRegister();
        var document = Document(row, "request", row.Asked);
        return Take(row, document, UnitId.Of(kind, document.Id, Place.Row(1)).Value, [document]);
    }

    /// <summary>Enters that an answer came in.</summary>
    /// <param name="unit">Id of the request, or its first characters.</param>
    /// <param name="on">The day on which it came.</param>
    /// <param name="quote">Words of it, or null.</param>
    /// <param name="letter">Path of the letter, or null.</param>
    /// <param name="source">Whose letter it is; null for who was asked.</param>
    /// <param name="coder">Pseudonym of who says so.</param>
    /// <exception cref="UsageException">No such request in the build in use, a letter that can't be read, days that don't fit.</exception>
    public ReplyReceipt Answer(string unit, DateOnly on, string? quote, string? letter, string? source, string coder)
    {
        var kind = Register() ?? throw ReplyProblems.NoRegister();
        using var built = BuiltCase.Open(folder);
        var shown = built.Show(unit, null);
        if (shown.Kind != kind)
        {
            throw ReplyProblems.NotAReply(shown.Kind);
        }

        // The cells of the request as they stand there: what people decided about it since must not part the two rows.
        string Own(string variable) => shown.Variables.FirstOrDefault(v => v.Name == variable)?.Codings.FirstOrDefault(c => c.CoderKind == "column")?.Cell
            ?? throw ReplyProblems.KeyIsOpen(variable);
        var asked = Day(Own("asked")) ?? throw ReplyProblems.KeyIsOpen("asked");
        if (on < asked)
        {
            throw ReplyProblems.Backwards("The answer");
        }

        var taken = letter is null ? null : Letter(letter, source ?? Own("whom"));
        var row = new ReplyRow
        {
            Whom = Own("whom"), Asked = asked, About = Own("about"), AnsweredOn = on, Quote = quote ?? "", Letter = taken?.Id, EnteredBy = coder,
        };
        var document = Document(row, "answer", on);
        return Take(row, document, shown.Id, taken is null ? [document] : [taken, document]);
    }

    /// <summary>The requests of the build in use, those without an answer first, by deadline.</summary>
    public static IReadOnlyList<Reply> Read(BuiltCase built)
    {
        ArgumentNullException.ThrowIfNull(built);
        var kind = built.Codebooks.FirstOrDefault(c => c.Register == CaseRegister.Replies)?.Kind.Table;
        return kind is null || !built.Units.ContainsKey(kind) ? []
            : [.. built.ShowAll(kind).Select(Of).OrderBy(r => r.Answered == "yes").ThenBy(r => r.Deadline ?? DateOnly.MaxValue).ThenBy(r => r.Asked, StringComparer.Ordinal).ThenBy(r => r.Unit, StringComparer.Ordinal)];
    }

    private static Reply Of(ShownUnit unit)
    {
        ShownVariable? Find(string name) => unit.Variables.FirstOrDefault(v => v.Name == name);
        string Text(string name) => Find(name) is { } v ? v.Value ?? (v.Status == "not-stated" ? "" : v.Status) : "";
        var cells = unit.Variables.SelectMany(v => v.Codings.Where(c => c.CoderKind == "column").Select(c => (v.Name, c.Document, c.Cell)))
            .GroupBy(c => c.Document, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.GroupBy(c => c.Name, StringComparer.Ordinal).ToDictionary(n => n.Key, n => n.First().Cell, StringComparer.Ordinal), StringComparer.Ordinal);
        var documents = unit.Members.Select(m => m.Document).Distinct().ToList();
        return new Reply
        {
            Unit = unit.Id,
            Whom = Text("whom"),
            Asked = Text("asked"),
            How = Text("how"),
            About = Text("about"),
            Deadline = Day(Find("deadline")?.Value),
            Answered = Text("answered"),
            IsSettled = Find("answered") is { IsSettled: true },
            Answers =
            [
                .. documents.Where(d => cells.TryGetValue(d, out var row) && !string.IsNullOrWhiteSpace(row.GetValueOrDefault("answered")))
                    .Select(d => new ReplyAnswer(Day(cells[d].GetValueOrDefault("answered_on")), Said(cells[d].GetValueOrDefault("quote")), Said(cells[d].GetValueOrDefault("letter")), d)),
            ],
            Documents = documents,
        };
    }

    /// <summary>A day, as options and cells have it; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The kind of unit whose codebook reads the register; null when none does.</summary>
    public string? Register() => CaseCodebooks.FilesOf(folder).Count == 0 ? null
        : CaseCodebooks.Read(folder).FirstOrDefault(c => c.Register == CaseRegister.Replies)?.Kind.Table;

    private static string? Said(string? cell) => string.IsNullOrWhiteSpace(cell) ? null : cell;

    private static RegisterDocument Document(ReplyRow row, string what, DateOnly day) => Pseudonym.IsOne(row.EnteredBy)
        ? new(CaseRegister.Replies, string.Create(CultureInfo.InvariantCulture, $"{what}-{day:yyyy-MM-dd}.csv"), row.Write(), row.EnteredBy)
        : throw ReviewProblems.NotOne(row.EnteredBy);

    private static RegisterDocument Letter(string path, string source)
    {
        try
        {
            return new(CaseRegister.Letters, CanonicalJson.Unicode(Path.GetFileName(path)), File.ReadAllBytes(path), source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ReplyProblems.NoLetter(e);
        }
    }

    private ReplyReceipt Take(ReplyRow row, RegisterDocument document, string unit, IReadOnlyList<RegisterDocument> all) =>
        new(unit, row, document.Id, RegisterDocuments.Take(folder, all, options) > 0);
}
