using System.Globalization;
using System.Text;

namespace Plumbline.Invented;

/// <summary>An invented interview and what is true of it.</summary>
/// <param name="FileName">A file name, unique within a seed.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Answers">By variable of the template <c>interviews-en</c>, in both languages; a variable that nobody asked of is not in it.</param>
public sealed record InventedInterview(string FileName, byte[] Bytes, IReadOnlyDictionary<string, InventedAnswer> Answers)
{
    /// <summary>Value by variable; one that is not in it is not said, or not to be told from what is said.</summary>
    public IReadOnlyDictionary<string, string> Truth { get; } =
        Answers.Where(a => a.Value.Value is not ("unclear" or "not stated")).ToDictionary(a => a.Key, a => a.Value.Value, StringComparer.Ordinal);
}

/// <summary>
/// Interviews with people who were stopped, invented from the first word to the last, in three forms: questions and answers, notes,
/// mails; in English, or some of them in Russian. Each says so in its first line. For the demo and for tests.
/// </summary>
public static class InventedInterviews
{
    private static readonly string[] Names = ["Arlen", "Bessa", "Corin", "Dovra", "Elmet", "Fenna", "Garrow", "Hesper", "Ivric", "Jessamy"];
    private static readonly string[] RussianNames = ["Арлен", "Бесса", "Корин", "Довра", "Эльмет", "Фенна", "Гарроу", "Хеспер", "Иврик", "Джессами"];

    /// <summary>Interviews 0 to <paramref name="count"/> - 1 of a seed. Interview i depends on nothing but the seed, i and whether it is in Russian.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="russian">Of them, the last so many are in Russian.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static IEnumerable<InventedInterview> Make(long seed, int count, int russian = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(0, count).Select(i => One(seed, i, i >= count - russian));
    }

    private static InventedInterview One(long seed, int number, bool isRussian)
    {
        var dice = new InventedDice(seed ^ 0x494E5456, number);
        var told = new InventedTelling(isRussian);
        told.Stop(ref dice);
        told.Say("system_named", isRussian ? "Сказали ли вам, как вас нашли?" : "Did they say how they had found you?", InventedAnswers.System, ref dice);
        told.Say("reason_told", isRussian ? "Какую причину вам назвали?" : "What reason did they give?", InventedAnswers.Reason, ref dice);
        told.Length(ref dice);
        told.Say("paper_signed", isRussian ? "Вы что-нибудь подписывали?" : "Did you sign anything?", InventedAnswers.Paper, ref dice);
        told.Charge(ref dice);
        told.Answers["language"] = isRussian ? new("ru", InventedAnswers.RussianMark) : new("en", InventedAnswers.Mark);
        var answers = told.Lines;
        answers.Insert(1 + dice.Next(answers.Count - 1), (isRussian ? "Что ещё вы помните?" : "Is there anything else you remember?", dice.Pick(isRussian ? InventedAnswers.RussianFiller : InventedAnswers.Filler)));
        var text = new StringBuilder(isRussian ? InventedAnswers.RussianMark : InventedAnswers.Mark).Append("\n\n");
        var name = dice.Pick(isRussian ? RussianNames : Names);
        switch (dice.Next(3))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $"{(isRussian ? "Расшифровка" : "Transcript")} {number + 1}, {name}\n\n");
                answers.ForEach(a => text.Append(CultureInfo.InvariantCulture, $"{(isRussian ? "В" : "Q")}: {a.Question}\n\n{(isRussian ? "О" : "A")}: {a.Answer}\n\n"));
                break;
            case 1:
                text.Append(isRussian ? $"Заметки о разговоре ({name}), сделаны в тот же день.\n\n" : $"Notes of a talk with {name}, taken down the same day.\n\n");
                answers.ForEach(a => text.Append(CultureInfo.InvariantCulture, $"- {a.Answer}\n\n"));
                break;
            default:
                text.Append(isRussian ? $"От: somebody@mail.invalid\nТема: что со мной было\n\nЗдравствуйте!\n\n" : $"From: {name.ToLowerInvariant()}@mail.invalid\nSubject: what happened to me\n\nHello,\n\n");
                text.Append(string.Join(' ', answers.Select(a => a.Answer))).Append(isRussian ? $"\n\n{name}\n" : $"\n\nYours, {name}\n");
                break;
        }

        return new InventedInterview(string.Create(CultureInfo.InvariantCulture, $"invented-interview-{number:00000}.txt"), Encoding.UTF8.GetBytes(text.ToString()), told.Answers);
    }
}
