namespace Plumbline.App.Pages;

/// <summary>The pages of a document as they were drawn, beside its text. Only the text counts as shown: what is decided on rests on it.</summary>
public sealed partial class UnitPage
{
    private bool asPage;
    private bool isUndrawn;
    private int sheet = 1;
    private int pageCount;

    /// <summary>Opens the sheet that the active coding stands on, or the first of the part.</summary>
    private void OpenPage()
    {
        var at = view!.Text.Parts[part];
        var member = view.Text.Members[at.Member];
        var id = member.Member.Document;
        var was = sheet;
        pageCount = member.Row is null ? Case!.Pages.CountOf(id) : 0;
        var place = Standing.Codings.FirstOrDefault(c => c.Start is not null && c.Document == id.Hex)?.Start;
        sheet = pageCount == 0 ? 1 : Math.Clamp(Case!.Pages.PageOf(id, place is { } start && at.Range.Start <= start && start < at.Range.End ? start : at.Range.Start), 1, pageCount);
        isUndrawn &= sheet == was;
    }

    private void Show(bool asDrawn)
    {
        asPage = asDrawn && pageCount > 0 && Case!.Pages.CanDraw;
        isUndrawn = false;
    }

    private void TurnPage(int to) => (sheet, isUndrawn) = (Math.Clamp(to, 1, pageCount), false);

    private void NotDrawn() => isUndrawn = true;
}
