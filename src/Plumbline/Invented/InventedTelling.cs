using System.Globalization;

namespace Plumbline.Invented;

/// <summary>What one invented person says, question by question, and what it means.</summary>
internal sealed class InventedTelling(bool isRussian)
{
    /// <summary>Questions and answers; what is not answered is left out.</summary>
    public List<(string Question, string Answer)> Lines { get; } = [];

    /// <summary>By variable.</summary>
    public Dictionary<string, InventedAnswer> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Where, and who it was.</summary>
    public void Stop(ref InventedDice dice)
    {
        var where = dice.Pick<InventedSaying>(InventedAnswers.Places);
        var who = dice.Pick<InventedSaying>(InventedAnswers.Stoppers);
        var isActive = dice.Chance(0.5) || who.Value == "plain-clothes";
        var words = isRussian ? $"{who.Russian} {where.Russian}."
            : isActive ? $"{who.English} stopped me {where.English}."
            : $"I was stopped {where.English} by {char.ToLowerInvariant(who.English[0])}{who.English[1..]}.";
        Lines.Add((isRussian ? "Где это было и кто вас остановил?" : "Where was it, and who stopped you?", words));
        Answers["place"] = new(where.Value, words);
        Answers["stopped_by"] = new(who.Value, words);
    }

    /// <summary>One of several answers; one without words is not given.</summary>
    public void Say(string variable, string question, InventedSaying[] from, ref InventedDice dice)
    {
        var said = dice.Pick<InventedSaying>(from);
        var words = isRussian ? said.Russian : said.English;
        Add(variable, said.Value, question, words);
    }

    /// <summary>How long it took.</summary>
    public void Length(ref InventedDice dice)
    {
        var (hours, minutes) = (dice.Next(6), dice.Pick<int>([0, 0, 15, 20, 30, 40]));
        var form = dice.Next(4);
        var (value, words) = ("not stated", "");
        if (form == 1)
        {
            (value, words) = ("unclear", isRussian ? "Меня держали несколько часов." : "They kept me for several hours.");
        }
        else if (form > 1 && hours + minutes > 0)
        {
            value = "PT" + (hours > 0 ? $"{hours}H" : "") + (minutes > 0 ? $"{minutes}M" : "");
            var isHeld = dice.Chance(0.5);
            words = isRussian
                ? Joined([hours > 0 ? $"{hours} {(hours == 1 ? "час" : hours < 5 ? "часа" : "часов")}" : "", minutes > 0 ? $"{minutes} минут" : ""], " и ") is var length && isHeld ? $"Меня держали {length}." : $"Отпустили через {length}."
                : Joined([hours > 0 ? $"{hours} hour{(hours == 1 ? "" : "s")}" : "", minutes > 0 ? $"{minutes} minutes" : ""], " and ") is var english && isHeld ? $"I was held for {english}." : $"After {english} they let me go.";
        }

        Add("held_for", value, isRussian ? "Сколько это длилось?" : "How long did it take?", words);
    }

    /// <summary>What came of it.</summary>
    public void Charge(ref InventedDice dice)
    {
        var day = new DateOnly(2022, 1, 1).AddDays(dice.Next(1200));
        var question = isRussian ? "Чем всё кончилось?" : "What came of it?";
        switch (dice.Next(4))
        {
            case 0:
                Add("charged", "no", question, isRussian ? "Обвинения мне так и не предъявили." : "I was never charged.");
                break;
            case 1:
                Add("charged", "no", question, isRussian ? "Отпустили без обвинения." : "They let me out without charge.");
                break;
            case 2:
                var words = isRussian ? $"{InventedWords.Date(day, 0)} мне предъявили обвинение в неповиновении." : $"I was charged with disobedience on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.";
                Add("charged", "yes", question, words);
                Answers["charged_on"] = new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), words);
                break;
            default:
                Answers["charged"] = new("not stated", "");
                break;
        }
    }

    private static string Joined(string[] parts, string and) => string.Join(and, parts.Where(p => p.Length > 0));

    private void Add(string variable, string value, string question, string words)
    {
        Answers[variable] = new(value, words);
        if (words.Length > 0)
        {
            Lines.Add((question, words));
        }
    }
}
