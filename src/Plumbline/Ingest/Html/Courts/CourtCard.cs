namespace Plumbline.Ingest.Html.Courts;

/// <summary>A value of a card and where it stands.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Label">Node of its label, or -1 where the place alone says what it is.</param>
/// <param name="Value">Node of the value.</param>
internal readonly record struct CardField(CardItem Item, int Label, int Value);

/// <summary>The card of a case: its fields, the acts that are published in it, and its other tables.</summary>
/// <param name="Fields">What is said of the case, each thing once.</param>
/// <param name="Acts">Nodes of the acts.</param>
/// <param name="Tables">Nodes of tables of several columns: hearings, persons.</param>
/// <param name="IsMarked">True when the page says that it is a card; else its rows look like those of one.</param>
internal sealed record CourtCard(IReadOnlyList<CardField> Fields, IReadOnlyList<int> Acts, IReadOnlyList<int> Tables, bool IsMarked)
{
    private const int ShortestAct = 200;

    private static readonly string[] Numbers = ["casenumber", "case-num", "vs-case-title", "vs-appeal-title"];
    private static readonly string[] Marks = [.. Numbers, "case_window", "case_bookmarks", "detail-cart", "card-sud"];
    private static readonly string[] Courts = ["heading_title", "navigation__court-name", "vs-header-title-text"];

    /// <summary>The card that a page is, or null.</summary>
    public static CourtCard? Of(PageNodes page, int title)
    {
        var acts = ActsOf(page);
        bool InAct(int node) => acts.Exists(a => node >= a && node < page[a].End);
        List<CardField> fields = [];
        List<int> tables = [];
        int number = -1, heading = -1;
        var isMarked = false;
        foreach (var i in page.All(InAct))
        {
            var words = page.Words(i);
            isMarked |= words.AsSpan().ContainsAny(Marks);
            if (words.AsSpan().ContainsAny(Numbers) && (number < 0 || page.Is(i, "vs-case-title")))
            {
                // At the Supreme Court a complaint stands before the case that came of it: what is said of the complaint is not said of the case.
                fields = number < 0 ? fields : [.. fields.Where(f => f.Label >= 0).Select(f => f with { Item = CardItem.Other })];
                number = i;
            }
            else if (page[i].Element == Element.Heading && heading < 0 && IsCaseHeading(page, i))
            {
                heading = i;
            }

            if (page[i].Element is Element.Row or Element.Block)
            {
                AddPair(page, i, fields);
            }
            else if (page[i].Element == Element.Table && IsOfSeveralColumns(page, i))
            {
                tables.Add(i);
                AddArticles(page, i, fields);
            }

            if (words.Contains("vs-reporter-name"))
            {
                fields.Add(new CardField(CardItem.Judge, -1, i));
            }
        }

        AddPlaces(page, title, number >= 0 ? page.Parts(number)[^1] : heading, fields);
        fields = [.. fields.DistinctBy(f => (f.Item, f.Item == CardItem.Other ? page.Text(f.Label) : "", page.Text(f.Value)))];
        var known = fields.Where(f => f.Item is not (CardItem.Other or CardItem.Court)).Select(f => f.Item).Distinct().ToList();
        isMarked |= heading >= 0 || acts.Count > 0;
        var isCard = isMarked ? known.Count >= 2 : known.Count >= 4 && (known.Contains(CardItem.Uid) || known.Contains(CardItem.CaseNumber));
        return isCard ? new CourtCard(fields, acts, tables, isMarked) : null;
    }

    private static bool IsCaseHeading(PageNodes page, int node)
    {
        var text = page[node].Characters <= CardLabels.Longest ? page.Text(node) : "";
        return text.Contains('№', StringComparison.Ordinal) && (text.StartsWith("Информация по делу", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("Дело", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Карточка", StringComparison.OrdinalIgnoreCase));
    }

    // Acts stand in tabs of their own; else a tab that reads like an act is one, whatever it is called.
    private static List<int> ActsOf(PageNodes page)
    {
        var acts = Outermost(page, (_, word) => IsNumbered(word, "cont_doc"));
        return acts.Count > 0 ? acts : Outermost(page, (i, word) =>
            (word is "act-text" or "document-text" or "doc-text" or "lawcase-tab-content" || IsNumbered(word, "cont") || word.StartsWith("tab_content_", StringComparison.Ordinal))
            && ActWords.AreIn(page.Text(i)));
    }

    private static List<int> Outermost(PageNodes page, Func<int, string, bool> isAct)
    {
        List<int> found = [];
        foreach (var i in page.All(i => found.Count > 0 && i >= found[^1] && i < page[found[^1]].End))
        {
            if (page[i].Characters >= ShortestAct && Array.Exists(page.Words(i), w => isAct(i, w)))
            {
                found.Add(i);
            }
        }

        return found;
    }

    private static bool IsNumbered(string word, string start) =>
        word.StartsWith(start, StringComparison.Ordinal) && word.Length > start.Length && word.AsSpan(start.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    // A row of two cells, or a line of two blocks: what it is, and what is said.
    private static void AddPair(PageNodes page, int node, List<CardField> fields)
    {
        if (page[node].Element == Element.Block && !page.Words(node).Any(w => w.StartsWith("row", StringComparison.Ordinal) || w.EndsWith("-row", StringComparison.Ordinal) || w == "vs-item-detail"))
        {
            return;
        }

        var parts = page.Parts(node);
        if (parts.Count != 2 || page[parts[0]].Characters > CardLabels.Longest || (page[node].Element == Element.Row && page.Cells(node).Count != 2)
            || !Elements.IsBlock(page[parts[0]].Element) || !Elements.IsBlock(page[parts[1]].Element))
        {
            return;
        }

        var label = page.Text(parts[0]);
        if (char.IsDigit(label[0]))
        {
            // A dated line; the Supreme Court sets the last one, its decision, in bold.
            if (page.Is(parts[0], "lato-bold-text"))
            {
                fields.RemoveAll(f => f.Label == -1 && f.Item is CardItem.Decided or CardItem.Result);
                fields.Add(new CardField(CardItem.Decided, -1, parts[0]));
                fields.Add(new CardField(CardItem.Result, -1, parts[1]));
            }

            return;
        }

        fields.Add(new CardField(CardLabels.Of(label), parts[0], parts[1]));
    }

    private static bool IsOfSeveralColumns(PageNodes page, int table)
    {
        var rows = 0;
        for (var i = table + 1; i < page[table].End; i++)
        {
            if (page[i].Element == Element.Table && page[i].Characters > 0)
            {
                return false;
            }

            rows += page[i].Element == Element.Row && page[i].Characters > 0 && page.Cells(i).Count > 2 ? 1 : 0;
        }

        return rows > 1 && page[table].LinkCharacters * 2 < page[table].Characters;
    }

    // The column of articles in the table of persons.
    private static void AddArticles(PageNodes page, int table, List<CardField> fields)
    {
        var column = -1;
        for (var i = table + 1; i < page[table].End; i++)
        {
            if (page[i].Element != Element.Row)
            {
                continue;
            }

            var cells = page.Cells(i);
            if (column < 0)
            {
                column = cells.FindIndex(c => page[c].Characters is > 0 and <= CardLabels.Longest && CardLabels.Of(page.Text(c)) == CardItem.Article);
            }
            else if (column < cells.Count && page[cells[column]].Characters > 0)
            {
                fields.Add(new CardField(CardItem.Article, -1, cells[column]));
            }
        }
    }

    // What no label says: the number in the card's title, the court in the site's.
    private static void AddPlaces(PageNodes page, int title, int number, List<CardField> fields)
    {
        if (number >= 0 && !fields.Exists(f => f.Item == CardItem.CaseNumber))
        {
            fields.Add(new CardField(CardItem.CaseNumber, -1, number));
        }

        if (!fields.Exists(f => f.Item == CardItem.Court))
        {
            var named = Courts.SelectMany(c => page.Named().Where(n => page.Is(n.Node, c)).Select(n => n.Node)).FirstOrDefault(title);
            if (named >= 0)
            {
                fields.Add(new CardField(CardItem.Court, -1, named));
            }
        }
    }
}
