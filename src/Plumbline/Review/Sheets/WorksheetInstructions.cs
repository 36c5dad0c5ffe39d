using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>The first sheet: how to fill the second in, then what the codebook says of each variable.</summary>
internal static class WorksheetInstructions
{
    private static readonly string[] English =
    [
        "Fill in the sheet 'codings': a row for each unit, yellow cells are yours. Leave a value empty if you don't want to say anything of it.",
        "Value: choose from the list, or write it. Several values, where a variable takes several, are parted by a semicolon.",
        "It can't be told: unclear. If you know what is possible: 'unclear: fine; arrest'.",
        "The source says nothing of it: 'not stated', and 'yes' in the column 'read whole', which is your word that you read the whole unit.",
        "It makes no sense for this unit: 'not applicable', with a note.",
        "Quote: the words of the source that say it, copied exactly. Several quotes, one for each value, are parted by ||. A value that the machine found too needs no quote.",
        "Don't change the other columns or the sheet 'about', and hand the file back as XLSX. Rows may be sorted, filtered and deleted.",
    ];

    private static readonly string[] Russian =
    [
        "Заполните лист «codings»: строка — одна единица, жёлтые клетки ваши. Если о переменной вам нечего сказать, оставьте клетку пустой.",
        "Значение: выберите из списка или впишите. Несколько значений, где переменная это допускает, разделяйте точкой с запятой.",
        "Понять нельзя: unclear (или «неясно»). Если известно, что возможно: «неясно: fine; arrest».",
        "В источнике об этом ничего нет: not stated (или «не указано»), и «да» в столбце «read whole»: вы подтверждаете, что прочли всё целиком.",
        "К этой единице неприменимо: not applicable (или «неприменимо»), с примечанием.",
        "Quote — слова источника, которые это говорят, скопированные точно. Несколько цитат, по одной на значение, разделяйте знаком ||. Если машина нашла то же значение, цитата не нужна.",
        "Остальные столбцы и лист «about» не меняйте; верните файл в формате XLSX. Строки можно сортировать, фильтровать и удалять.",
    ];

    public static IEnumerable<IReadOnlyList<XlsxCell>> Rows(WorksheetContent content)
    {
        yield return [new(CellText.Shown(content.Title.Length > 0 ? $"{content.Title}: {content.Label}" : content.Label), CellLook.Title)];
        foreach (var line in content.InRussian ? Russian : English)
        {
            yield return [new(""), new(line)];
        }

        foreach (var variable in content.Variables)
        {
            yield return [];
            yield return [new(variable.Name, CellLook.Heading), new(CellText.Shown(variable.Label.Length > 0 ? variable.Label : variable.Name), CellLook.Heading)];
            if (variable.Instructions.Trim() is { Length: > 0 } instructions)
            {
                yield return [new(""), new(CellText.Shown(instructions))];
            }

            yield return [new(""), new(Form(variable, content.InRussian))];
            foreach (var value in variable.Values)
            {
                yield return [new(value.Key, CellLook.Machine), new(CellText.Shown(value.Instructions.Length > 0 ? $"{value.Label}. {value.Instructions}" : value.Label))];
            }
        }
    }

    /// <summary>How a value is written, in a few words.</summary>
    public static string Form(Variable variable, bool inRussian)
    {
        var (english, russian) = variable.Type switch
        {
            VariableType.Integer => ("a whole number, such as 15", "целое число, например 15"),
            VariableType.Number => ("a number, such as 2.5", "число, например 2.5"),
            VariableType.Money => variable.Currency is { } currency ? ($"an amount in {currency}, such as 5000", $"сумма в {currency}, например 5000") : ("an amount with its currency, such as 5000 RUB", "сумма с валютой, например 5000 RUB"),
            VariableType.Date => ("a day as 2016-06-10; a month as 2016-06", "день как 2016-06-10; месяц как 2016-06"),
            VariableType.Duration => ("a length of time: P3D is three days, PT2H two hours", "длительность: P3D — трое суток, PT2H — два часа"),
            VariableType.Category => ("one of the values below", "одно из значений ниже"),
            VariableType.YesNo => ("yes or no", "yes (да) или no (нет)"),
            _ => ("text as it stands in the source", "текст, как в источнике"),
        };
        return (inRussian ? russian : english) + (!variable.Multiple ? "" : inRussian ? "; можно несколько" : "; several may be given");
    }
}
