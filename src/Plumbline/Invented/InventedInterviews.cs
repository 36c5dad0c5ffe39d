using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>An invented interview and what is true of it. Null: not said, or not to be told from what is said.</summary>
/// <param name="FileName">A file name, unique within a seed.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Truth">Value by variable of the template <c>interviews-en</c>; a variable that is not in it is not said, or unclear.</param>
public sealed record InventedInterview(string FileName, byte[] Bytes, IReadOnlyDictionary<string, string> Truth);

/// <summary>
/// Interviews in English with people who were stopped, invented from the first word to the last, in three forms: questions and
/// answers, notes, mails. Each says so in its first line. For tests and demonstrations.
/// </summary>
public static class InventedInterviews
{
    private const string Mark = "INVENTED TEXT: written by a program, about no person, place or event";

    private static readonly string[] Names = ["Arlen", "Bessa", "Corin", "Dovra", "Elmet", "Fenna", "Garrow", "Hesper", "Ivric", "Jessamy"];
    private static readonly string[] Filler =
    [
        "I had a cold that week and wanted to get home early.",
        "There were a lot of people about, as on any evening.",
        "My sister rang while all this went on, and I could not answer.",
        "It rained, and the floor was wet.",
        "I have thought about it a great deal since.",
        "The radio was on in the corner all the time.",
        "I would rather not give the name of the town.",
    ];

    /// <summary>Interviews 0 to <paramref name="count"/> - 1 of a seed. Interview i depends on nothing but the seed and i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<InventedInterview> Make(long seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(i => One(seed, i));
    }

    private static InventedInterview One(long seed, int number)
    {
        var dice = new InventedDice(seed ^ 0x494E5456, number);
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        var answers = new List<(string Question, string Answer)>
        {
            ("Where was it, and who stopped you?", Stop(ref dice, truth)),
            ("Did they say how they had found you?", System(ref dice, truth)),
            ("What reason did they give?", Reason(ref dice, truth)),
            ("How long did it take?", Length(ref dice, truth)),
            ("Did you sign anything?", Paper(ref dice, truth)),
            ("What came of it?", Charge(ref dice, truth)),
        };
        answers.RemoveAll(a => a.Answer.Length == 0);
        answers.Insert(1 + dice.Next(answers.Count - 1), ("Is there anything else you remember?", dice.Pick(Filler)));
        var text = new StringBuilder(Mark).Append("\n\n");
        var name = dice.Pick(Names);
        switch (dice.Next(3))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $"Transcript {number + 1}, {name}\n\n");
                answers.ForEach(a => text.Append(CultureInfo.InvariantCulture, $"Q: {a.Question}\n\nA: {a.Answer}\n\n"));
                break;
            case 1:
                text.Append(CultureInfo.InvariantCulture, $"Notes of a talk with {name}, taken down the same day.\n\n");
                answers.ForEach(a => text.Append(CultureInfo.InvariantCulture, $"- {a.Answer}\n\n"));
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"From: {name.ToLowerInvariant()}@mail.invalid\nSubject: what happened to me\n\nHello,\n\n");
                text.Append(string.Join(' ', answers.Select(a => a.Answer))).Append(CultureInfo.InvariantCulture, $"\n\nYours, {name}\n");
                break;
        }

        return new InventedInterview(string.Create(CultureInfo.InvariantCulture, $"invented-interview-{number:00000}.txt"), Encoding.UTF8.GetBytes(text.ToString()), truth);
    }

    private static string Stop(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var (place, where) = dice.Pick<(string, string)>(
        [
            ("metro", "at the turnstile of the underground"), ("metro", "on the platform"), ("metro", "at the gate of the station"),
            ("street", "on the corner of my street"), ("street", "in the square"), ("airport", "at passport control"), ("work", "outside my office"),
        ]);
        var (who, them) = dice.Pick<(string, string)>(
        [
            ("police", "Two policemen"), ("police", "A police officer"), ("police", "A sergeant"), ("guards", "A security guard"),
            ("guards", "Two guards"), ("plain-clothes", "Two men in plain clothes"), ("plain-clothes", "A woman out of uniform"),
        ]);
        (truth["place"], truth["stopped_by"]) = (place, who);
        return dice.Chance(0.5) || who == "plain-clothes" ? $"{them} stopped me {where}." : $"I was stopped {where} by {char.ToLowerInvariant(them[0])}{them[1..]}.";
    }

    private static string System(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var (value, words) = dice.Pick<(string, string)>(
        [
            ("facial-recognition", "One of them said that the facial recognition had pointed at me."),
            ("facial-recognition", "He held up his phone with my photograph and called it a face match."),
            ("facial-recognition", "I was told that the camera recognised me as I came down."),
            ("other-cameras", "They had seen me on the cameras, they said."),
            ("other-cameras", "It was all on CCTV, he told me."),
            ("", "I think it may have been facial recognition, but I am not sure."),
            ("not-named", ""), ("not-named", "They already knew my name."),
        ]);
        if (value.Length > 0)
        {
            truth["system_named"] = value;
        }

        return words;
    }

    private static string Reason(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var (value, words) = dice.Pick<(string, string)>(
        [
            ("none", "They gave me no reason."), ("none", "Nobody told me why."), ("wanted", "The older one said that I was on a list."),
            ("looks-like", "He told me that I looked like a man they were after."), ("protest", "They said that it was because of the rally in spring."),
            ("check", "He said it was a routine check."), ("", ""),
        ]);
        if (value.Length > 0)
        {
            truth["reason_told"] = value;
        }

        return words;
    }

    private static string Length(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var (hours, minutes) = (dice.Next(6), dice.Pick<int>([0, 0, 15, 20, 30, 40]));
        switch (dice.Next(4))
        {
            case 0:
                return "";
            case 1:
                return "They kept me for several hours.";
            default:
                if (hours == 0 && minutes == 0)
                {
                    return "";
                }

                truth["held_for"] = "PT" + (hours > 0 ? $"{hours}H" : "") + (minutes > 0 ? $"{minutes}M" : "");
                var length = string.Join(" and ", new[] { hours > 0 ? $"{hours} hour{(hours == 1 ? "" : "s")}" : "", minutes > 0 ? $"{minutes} minutes" : "" }.Where(l => l.Length > 0));
                return dice.Chance(0.5) ? $"I was held for {length}." : $"After {length} they let me go.";
        }
    }

    private static string Paper(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var (value, words) = dice.Pick<(string, string)>(
        [
            ("yes", "In the end I signed a form that I had not read."), ("yes", "They made me sign a statement."), ("no", "I did not sign anything."), ("no", "I refused to sign."), ("", ""),
        ]);
        if (value.Length > 0)
        {
            truth["paper_signed"] = value;
        }

        return words;
    }

    private static string Charge(ref InventedDice dice, Dictionary<string, string> truth)
    {
        var day = new DateOnly(2022, 1, 1).AddDays(dice.Next(1200));
        switch (dice.Next(4))
        {
            case 0:
                truth["charged"] = "no";
                return "I was never charged.";
            case 1:
                truth["charged"] = "no";
                return "They let me out without charge.";
            case 2:
                (truth["charged"], truth["charged_on"]) = ("yes", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return $"I was charged with disobedience on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.";
            default:
                return "";
        }
    }
}
