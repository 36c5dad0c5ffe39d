using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>The row of headings of a sheet.</summary>
internal static class SheetHead
{
    /// <summary>Columns by name, the first where a name stands twice, which is told.</summary>
    public static Dictionary<string, int> Columns(SheetRow head, string file, List<Problem> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < head.Cells.Count; i++)
        {
            if (head[i].Length > 0 && !columns.TryAdd(head[i], i))
            {
                problems.Add(SheetProblems.ColumnTwice(file, head[i]));
            }
        }

        return columns;
    }
}
