using System.Globalization;

namespace Plumbline.Pipeline.Replies;

/// <summary>A request with what became of it, as the build in use has it. Texts of it are hostile.</summary>
public sealed record Reply
{
    /// <summary>Id of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Who was asked.</summary>
    public required string Whom { get; init; }

    /// <summary>When, ISO 8601; what stands, also where it is no day.</summary>
    public required string Asked { get; init; }

    /// <summary>How.</summary>
    public required string How { get; init; }

    /// <summary>What about.</summary>
    public required string About { get; init; }

    /// <summary>Until when an answer was asked for.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary><c>yes</c>, <c>no</c>, or the word of a status (<c>disputed</c>, <c>unclear</c>).</summary>
    public required string Answered { get; init; }

    /// <summary>True when <see cref="Answered"/> is settled.</summary>
    public required bool IsSettled { get; init; }

    /// <summary>Every answer that came in, in the order of the archive.</summary>
    public required IReadOnlyList<ReplyAnswer> Answers { get; init; }

    /// <summary>Documents of its rows.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Days from a day to the deadline: below 0 when it is past, null without one.</summary>
    public int? DaysLeft(DateOnly today) => Deadline is { } deadline ? deadline.DayNumber - today.DayNumber : null;

    /// <summary>What there is to say of time: <c>12 days left</c>, <c>3 days over</c>, <c>answered 2 days late</c>; empty where nothing.</summary>
    public string Time(DateOnly today)
    {
        var first = Answers.Select(a => a.On).Where(d => d is not null).Order().FirstOrDefault();
        if (Answered == "yes")
        {
            return Deadline is { } until && first > until ? $"{Days(first.Value.DayNumber - until.DayNumber)} late" : Deadline is not null && first is not null ? "in time" : "";
        }

        return DaysLeft(today) switch { null => "no deadline", 0 => "due today", > 0 and var left => $"{Days(left)} left", var over => $"{Days(-over.Value)} over" };
    }

    /// <summary>One line: asked when and how, until when, and what came of it.</summary>
    public string InWords(DateOnly today) => string.Join(", ", new[]
    {
        $"asked {Asked}{(How.Length > 0 ? $" by {How}" : "")}",
        Deadline is null ? "" : $"deadline {CaseDay.Text(Deadline)}",
        Answered switch { "yes" => string.Join(", ", Answers.Select(a => a.On is null ? "answered" : $"answered {CaseDay.Text(a.On)}").DefaultIfEmpty("answered")), "no" => "no answer", var status => $"answered: {status}" },
        Time(today),
    }.Where(p => p.Length > 0));

    private static string Days(int days) => string.Create(CultureInfo.InvariantCulture, $"{days} {(days == 1 ? "day" : "days")}");
}

/// <summary>An answer.</summary>
/// <param name="On">When it came.</param>
/// <param name="Quote">Words of it; hostile text.</param>
/// <param name="Letter">SHA-256 of the letter, or null.</param>
/// <param name="Document">Document of the row that says so.</param>
public sealed record ReplyAnswer(DateOnly? On, string? Quote, string? Letter, string Document);
