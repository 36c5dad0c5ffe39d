using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Claims;
using Plumbline.Evidence;
using DraftFigure = Plumbline.App.Cases.DraftFigure;

namespace Plumbline.App.Pages;

/// <summary>The drafts with their figures: what each rests on, and how a claim comes behind one that rests on nothing.</summary>
public sealed partial class ClaimsPage : CasePage
{
    private FigureState? state;
    private CheckReport? check;
    private ClaimsFile claims = ClaimsFile.Empty;
    private IReadOnlyList<DraftView> drafts = [];
    private IReadOnlyList<string> ids = [];
    private string? chosen;
    private int? at;
    private string? wanted;
    private Mode mode;
    private string? said;
    private string? byHand;
    private string? focus;
    private string existing = "";
    private bool isAdding;
    private Problem? problem;
    private OpenCase? heard;

    private enum Mode
    {
        Showing,
        Writing,
        Suggesting,
    }

    /// <summary>Id of a claim to show.</summary>
    [SupplyParameterFromQuery(Name = "figure")]
    private string? Figure { get; set; }

    private DraftView? Draft => drafts.FirstOrDefault(d => d.Name == chosen) ?? (drafts.Count > 0 ? drafts[0] : null);

    private DraftFigure? Chosen => at is { } number && Draft is { } draft && number < draft.Figures.Count ? draft.Figures[number] : null;

    /// <inheritdoc/>
    protected override void Load()
    {
        Case!.Figures.Refresh();
        if (!ReferenceEquals(state, Case.Figures.State))
        {
            state = Case.Figures.State;
            check = state?.Check;
            drafts = check is null ? [] : [.. state!.Drafts.Select(d => DraftView.Of(d, check))];
            claims = ClaimsFile.Read(Case.Folder.ClaimsYaml);
            ids = [.. claims.Claims.Keys];
            Find(wanted);
            wanted = null;
        }

        if (Figure is not null && at is null && wanted is null)
        {
            Find(Figure);
        }

        if (heard is null)
        {
            heard = Case;
            heard.Figures.Changed += Changed;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is { } id)
        {
            focus = null;
            await JS.InvokeVoidAsync("plumb.focus", id, 0, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (heard is not null)
        {
            heard.Figures.Changed -= Changed;
        }
    }

    private void Changed() => _ = InvokeAsync(() =>
    {
        Load();
        StateHasChanged();
    });

    /// <summary>Goes to the first figure that a claim stands behind.</summary>
    private void Find(string? claim)
    {
        foreach (var draft in drafts.OrderBy(d => d != Draft))
        {
            if (claim is not null && draft.Figures.ToList().FindIndex(f => f.Claim?.Id == claim) is >= 0 and var found)
            {
                (chosen, at, mode) = (draft.Name, found, Mode.Showing);
                return;
            }
        }
    }

    private int Count(Verdict verdict) => Draft?.Figures.Count(f => f.Verdict == verdict) ?? 0;

    private void Choose(string draft) => (chosen, at, mode, said, byHand) = (draft, null, Mode.Showing, null, null);

    private void Show(int number) => (at, mode, said, byHand, existing, focus) = (number, Mode.Showing, null, null, "", "rests");

    private void Back() => focus = $"f{at}";

    private void Turn(Mode to) => (mode, said, byHand, focus) = (to, null, null, to == Mode.Writing ? "claim-kind" : "rests");

    private void Taken(string name)
    {
        (chosen, at, mode, isAdding) = (check?.Drafts.FirstOrDefault(d => Short(d) == name) ?? "drafts/" + name, null, Mode.Showing, false);
        Load();
    }

    private void Saved(string id)
    {
        if (Chosen is { Claim: null })
        {
            Put(id);
        }
        else
        {
            (said, mode, focus) = (T(Words.ClaimSaved, id), Mode.Showing, "rests");
        }

        Load();
    }

    private void PutChosen() => Put(existing);

    private void Put(string id)
    {
        var (draft, figure) = (Draft!, Chosen!);
        using var desk = new ClaimDesk(Case!);
        Pipeline.LinkedFigure? linked = null;
        problem = Try(() => linked = desk.Link(draft.Name, figure.Span, id));
        Linked(linked, id);
    }

    private void Linked(Pipeline.LinkedFigure? linked, string id)
    {
        (mode, focus) = (Mode.Showing, "rests");
        said = linked is null or { Link: not null } ? T(Words.ClaimSaved, id) : T(Words.ClaimPut, id);
        byHand = linked?.Link;
        if (linked is { Link: null })
        {
            wanted = id;
            at = null;
        }

        Load();
    }

    private string? Sql(string id) => claims.Claims.GetValueOrDefault(id) is { } claim ? claim.Query?.Sql ?? claim.ExpressionText : null;

    private static string Look(DraftFigure figure) => $"figure {figure.Verdict.Word()}{(figure.IsDoubted ? " doubted" : "")}";

    private string Told(DraftFigure figure) => T(Shows.Name(figure.Verdict)) + (figure.IsDoubted ? ", " + T(Words.CheckWord) : "");

    private static string Short(string name) => name.StartsWith("drafts/", StringComparison.Ordinal) ? name["drafts/".Length..] : name;
}
