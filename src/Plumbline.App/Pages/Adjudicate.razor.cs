using Microsoft.AspNetCore.Components;
using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Pages;

/// <summary>A variable on which people disagree: what each says with their words, and what stands.</summary>
public sealed partial class Adjudicate : CasePage
{
    private const int ShownWords = 400;
    private const int ShownContext = 90;

    private UnitView? view;
    private Variable? variable;
    private ShownVariable? standing;
    private IReadOnlyList<Side> sides = [];
    private Problem? problem;
    private string? said;
    private int part;
    private int stamp;
    private Status status = Status.Stated;
    private List<string> values = [];
    private string typed = "";
    private string quote = "";
    private string note = "";
    private bool readWhole;

    /// <summary>Id of the unit.</summary>
    [Parameter]
    public string Unit { get; set; } = "";

    /// <summary>Name of the variable.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    private string FrameAddress
    {
        get
        {
            var at = view!.Unit.Variables.ToList().FindIndex(v => v.Name == Name);
            var index = standing!.Codings.ToList().FindIndex(c => c.Start is not null && view.Text.PartOf(c.Document, c.Start.Value) == part);
            return $"frame/{view.Unit.Id}/{part}?{FrameEndpoint.All}&{stamp}" + (index < 0 ? "" : "#" + DocumentPage.Anchor(at, index));
        }
    }

    private IReadOnlyList<(string Key, string Label)> Choices => variable!.Type switch
    {
        VariableType.Category => [.. variable.Values.Select(v => (v.Key, v.Label.Length > 0 ? v.Label : v.Key))],
        VariableType.YesNo => [("yes", Shows.Value(L, variable, "yes")), ("no", Shows.Value(L, variable, "no"))],
        _ => [],
    };

    /// <inheritdoc/>
    protected override void Load()
    {
        (view, variable, standing, said, quote, note, typed, values, status, part, readWhole) = (null, null, null, null, "", "", "", [], Status.Stated, 0, false);
        problem = Try(Read);
        if (standing?.Codings.FirstOrDefault(c => c.Start is not null) is { } first)
        {
            part = view!.Text.PartOf(first.Document, first.Start!.Value);
        }
    }

    private void Read()
    {
        view = Case!.Units.ViewAll(Unit);
        variable = view.Kind.Find(Name);
        standing = view.Unit.Variables.FirstOrDefault(v => v.Name == Name);
        sides = standing is null ? [] : AdjudicationDesk.Sides(standing);
        stamp++;
    }

    private void Accept(Side side) => Enter(() => Case!.Adjudication.Accept(view!.Unit.Id, Name, side, readWhole, note.Trim().Length > 0 ? note : null), Shown(side));

    private void SayOther()
    {
        var given = status != Status.Stated ? [] : Choices.Count > 0 ? values : variable!.Multiple ? [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : typed.Trim().Length > 0 ? [typed.Trim()] : new List<string>();
        Enter(
            () => Case!.Units.Say(new Saying
            {
                Unit = view!.Unit.Id, Variable = Name, Adjudicates = true, Status = status, Values = given,
                Quote = quote.Trim().Length > 0 ? quote.Trim() : null, ReadWhole = readWhole, Note = note.Trim().Length > 0 ? note : null,
            }),
            given.Count > 0 ? Shows.Value(L, variable, string.Join(", ", given)) : Shows.Status(L, status.Word()));
    }

    private void Enter(Action act, string value)
    {
        problem = Try(act);
        if (problem is not null)
        {
            return;
        }

        Read();
        said = T(Words.Stands, standing!.Label, value);
        if (Case!.Adjudication.List(1) is [var next])
        {
            Navigation.NavigateTo($"adjudicate/{next.Unit}/{next.Variable}");
        }
    }

    private void Choose(string key, object? isOn)
    {
        status = Status.Stated;
        values = !variable!.Multiple ? [key] : isOn is true ? [.. values, key] : [.. values.Where(v => v != key)];
    }

    private void Set(Status to) => (status, values) = (to, []);

    private string Shown(Side side) => side.Values.Count > 0 ? Cut(Shows.Value(L, variable, string.Join(", ", side.Values))) : Shows.Status(L, side.Status);

    private static Text Saw(string? shown) => shown switch { "nothing" => Words.SaidBlind, "machine" => Words.SaidAfterMachine, _ => Words.SaidAfterOther };

    private static string Tail(string? text) => text is null ? "" : "… " + text[Math.Max(0, text.Length - ShownContext)..];

    private static string Head(string? text) => text is null ? "" : text[..Math.Min(text.Length, ShownContext)] + " …";

    private static string Cut(string text) => text.Length <= ShownWords ? text : text[..(char.IsHighSurrogate(text[ShownWords - 1]) ? ShownWords - 1 : ShownWords)] + "…";
}
