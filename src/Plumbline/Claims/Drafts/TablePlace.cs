namespace Plumbline.Claims.Drafts;

/// <summary>Follows the tables of a draft with markup, by the names that HTML and Word give to their parts.</summary>
internal sealed class TablePlace
{
    private readonly Stack<DraftCell> around = new();
    private int tables;
    private bool isInside;
    private DraftCell current;

    /// <summary>The cell that is open; null outside of cells.</summary>
    public DraftCell? Cell => isInside ? current : null;

    /// <summary>Passes a tag.</summary>
    /// <param name="name">Its name in lower case.</param>
    /// <param name="isEnd">True of an end tag.</param>
    public void Pass(string name, bool isEnd)
    {
        switch (name)
        {
            case "table" or "tbl" when !isEnd:
                around.Push(isInside ? current : new DraftCell(-1, 0, 0));
                (current, isInside) = (new DraftCell(tables++, -1, -1), false);
                break;
            case "table" or "tbl" when around.TryPop(out var outer):
                (current, isInside) = (outer, outer.Table >= 0);
                break;
            case "tr" when !isEnd && around.Count > 0:
                (current, isInside) = (current with { Row = current.Row + 1, Column = -1 }, false);
                break;
            case "td" or "th" or "tc" when !isEnd && around.Count > 0:
                (current, isInside) = (current with { Column = current.Column + 1 }, true);
                break;
            case "td" or "th" or "tc" or "tr":
                isInside = false;
                break;
        }
    }
}
