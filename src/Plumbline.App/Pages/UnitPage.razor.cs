using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Pages;

/// <summary>A unit to read and decide on. What a key does is in <see cref="Key"/>; the rules of what may be said are the library's.</summary>
public sealed partial class UnitPage : CasePage
{
    private const int ShownWords = 300;

    private UnitView? view;
    private IReadOnlyList<string> serves = [];
    private IReadOnlyList<AttachedText> attached = [];
    private int shownFile = -1;
    private UnitWork? work;
    private string why = "";
    private Problem? problem;
    private string? said;
    private string? loaded;
    private int active;
    private int part;
    private bool readWhole;
    private bool keysOn = true;
    private bool isEditing;
    private string typed = "";
    private List<string> values = [];
    private string note = "";
    private string? quote;
    private int? quoteAt;
    private FieldText? field;
    private string? focus;
    private DotNetObjectReference<UnitPage>? self;

    /// <summary>Id of the unit, or its first characters.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The variable to begin with.</summary>
    [SupplyParameterFromQuery(Name = "variable")]
    private string? Wanted { get; set; }

    private Variable Variable => view!.Kind.Variables[active];

    private ShownVariable Standing => view!.Unit.Variables[active];

    private string FrameAddress
    {
        get
        {
            if (shownFile >= 0)
            {
                return $"attached/{view!.Unit.Id}/{shownFile}";
            }

            var index = Standing.Codings.ToList().FindIndex(c => c.Start is not null && view!.Text.PartOf(c.Document, c.Start.Value) == part);
            return $"frame/{view!.Unit.Id}/{part}?{stamp}" + (index < 0 ? "" : "#" + DocumentPage.Anchor(active, index));
        }
    }

    private IReadOnlyList<(string Key, string Label)> Choices => Variable.Type switch
    {
        VariableType.Category => [.. Variable.Values.Select(v => (v.Key, v.Label.Length > 0 ? v.Label : v.Key))],
        VariableType.YesNo => [("yes", Shows.Value(L, Variable, "yes")), ("no", Shows.Value(L, Variable, "no"))],
        _ => [],
    };

    // The frame is loaded anew when a decision has changed what is marked in it.
    private int stamp;

    /// <inheritdoc/>
    protected override void Load()
    {
        if (loaded == Id)
        {
            return;
        }

        (view, said, readWhole, part, loaded, shownFile) = (null, null, false, 0, Id, -1);
        problem = Try(Read);
        if (view is not null)
        {
            work = Case!.Facts.Work.GetValueOrDefault(view.Unit.Id);
            serves = Case!.Units.Serves(view.Unit.Id);
            var wanted = view.Unit.Variables.ToList().FindIndex(v => v.Name == Wanted);
            Go(wanted >= 0 ? wanted : Math.Max(0, view.Unit.Variables.ToList().FindIndex(v => !view.IsDone(v))));
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (self is null && view is not null)
        {
            self = DotNetObjectReference.Create(this);
            await JS.InvokeVoidAsync("plumb.listen", self);
        }

        if (focus is { } id)
        {
            focus = null;
            var (from, to) = id == "words" && field is not null ? Preselected() : (0, 0);
            await JS.InvokeVoidAsync("plumb.focus", id, from, to);
        }
    }

    /// <summary>A key that somebody pressed, as it lies on the keyboard, so that it is the same in every layout.</summary>
    [JSInvokable]
    public async Task Key(string code)
    {
        var act = (code, field is not null) switch
        {
            ("Escape", _) => Escape,
            ("Enter", true) => null,
            (_, true) => null,
            ("KeyA", _) => (Action)Accept,
            ("KeyC", _) => Change,
            ("KeyU", _) => Unclear,
            ("KeyX", _) => NotStated,
            ("KeyZ", _) => TakeBack,
            ("KeyW", _) => ChooseWords,
            ("KeyM", _) => () => focus = "note",
            ("KeyR", _) => () => readWhole = !readWhole,
            ("KeyP", _) => () => Show(!asPage),
            ("KeyN", _) => Next,
            ("KeyJ", _) => () => Go(active + 1),
            ("KeyK", _) => () => Go(active - 1),
            _ => null,
        };
        if (field is not null && code == "Enter")
        {
            await UseWords();
        }

        act?.Invoke();
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (self is not null)
        {
            try
            {
                await JS.InvokeVoidAsync("plumb.unlisten");
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and what it heard with it.
            }

            self.Dispose();
        }
    }

    private void Read()
    {
        view = Case!.Units.View(Id);
        attached = Case.Units.AttachedTo(view.Text);
        stamp++;
    }

    private void Go(int number)
    {
        active = Math.Clamp(number, 0, view!.Unit.Variables.Count - 1);
        shownFile = -1;
        (isEditing, quote, quoteAt, field, note, problem) = (false, null, null, null, "", null);
        if (Standing.Codings.FirstOrDefault(c => c.Start is not null) is { } first)
        {
            part = view.Text.PartOf(first.Document, first.Start!.Value);
        }

        OpenPage();

        focus = $"v{active}";
    }

    private void Turn(int to)
    {
        part = Math.Clamp(to, 0, view!.Text.Parts.Count - 1);
        field = null;
        OpenPage();
    }

    private void Accept()
    {
        var machine = Standing.Codings.Where(c => c.CoderKind != "person").ToList();
        var stated = machine.Where(c => c is { Status: "stated", Value: not null }).Select(c => c.Value!).Distinct(StringComparer.Ordinal).ToList();
        if (machine.Count == 0 || machine.Any(c => c.Status == "unclear") || (stated.Count > 1 && !Variable.Multiple))
        {
            said = T(Words.NothingToAccept);
        }
        else if (stated.Count > 0)
        {
            Say(Status.Stated, stated);
        }
        else
        {
            Say(StatusNames.TryParse(machine[0].Status, out var status) ? status : Status.NotStated, []);
        }
    }

    private void Change()
    {
        isEditing = true;
        values = Standing.Value is { } value ? (Variable.Multiple ? [.. value.Split(", ")] : [value]) : [];
        typed = quote is { } words && CodedValue.TryParse(words, Variable, out var read, out _) ? read.Text : Standing.Value ?? "";
        focus = "edit";
    }

    private void Choose(string key, object? isOn)
    {
        if (!Variable.Multiple)
        {
            values = [key];
        }
        else if (isOn is true)
        {
            values.Add(key);
        }
        else
        {
            values.Remove(key);
        }
    }

    private void SaveValue()
    {
        var given = Choices.Count > 0 ? values : Variable.Multiple ? [.. typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : typed.Trim().Length > 0 ? [typed.Trim()] : [];
        Say(Status.Stated, given);
        if (problem?.Code == "REV006" && quote is null)
        {
            ChooseWords();
        }
    }

    private void Unclear() => Say(Status.Unclear, [.. Standing.Codings.SelectMany(c => c.Candidates).Distinct(StringComparer.Ordinal)]);

    private void NotStated() => Say(Status.NotStated, []);

    private void Say(Status status, IReadOnlyList<string> given)
    {
        var (variable, unit) = (Variable, view!.Unit.Id);
        var known = UnitDesk.Others(Case!.Who, Standing).Select(c => c.Entry!).ToHashSet(StringComparer.Ordinal);
        problem = Try(() => Case!.Units.Say(new Saying
        {
            Unit = unit, Variable = variable.Name, Status = status, Values = given, Quote = quote, At = quoteAt, ReadWhole = readWhole, Note = note.Trim().Length > 0 ? note : null, Known = known,
        }));
        if (problem is { Code: "APP029" } met)
        {
            // What was typed and chosen stays: the same key again saves it.
            Read();
            var who = UnitDesk.Others(Case!.Who, Standing).FirstOrDefault(c => !known.Contains(c.Entry!))?.Coder ?? "";
            problem = met with { Sentence = T(Words.Meanwhile, who), Try = "" };
        }

        if (problem is not null)
        {
            return;
        }

        // Only now is it on disk.
        Read();
        var standing = Standing;
        said = T(Words.Saved, standing.Label, given.Count > 0 ? Shows.Value(L, variable, string.Join(", ", given)) : Shows.Status(L, status.Word()));
        var next = view.Unit.Variables.Select((v, i) => (v, i)).Where(v => !view.IsDone(v.v) && v.i > active).Select(v => (int?)v.i).FirstOrDefault();
        Go(next ?? active);
    }

    private void TakeBack()
    {
        var label = Standing.Label;
        problem = Try(() => Case!.Units.TakeBack(view!.Unit.Id, Variable.Name));
        if (problem is null)
        {
            Read();
            said = T(Words.Undone, label);
        }
    }

    private void Blind(bool on)
    {
        Case!.Seat.Blind = on;
        Read();
        focus = $"v{active}";
    }

    private void Skip()
    {
        Case!.Seat.Skip(view!.Unit.Id);
        Next();
    }

    private void PutOff()
    {
        problem = Try(() => Case!.Queue.Defer(view!.Unit.Id, why));
        if (problem is null)
        {
            why = "";
            Next();
        }
    }

    private void Next()
    {
        if (Case!.Units.Next(view!.Unit.Id) is { } next)
        {
            Navigation.NavigateTo($"unit/{next.Unit}{(next.Variable is null ? "" : "?variable=" + next.Variable)}");
        }
    }

    private void ChooseWords()
    {
        var at = view!.Text.Parts[part];
        var member = view.Text.Members[at.Member];
        if (member.Row is null)
        {
            field = new FieldText(member.Text, at.Range);
            focus = "words";
        }
    }

    private (int From, int To) Preselected()
    {
        var document = view!.Text.Members[view.Text.Parts[part].Member].Member.Document.Hex;
        return Standing.Codings.FirstOrDefault(c => c is { Start: not null, End: not null } && c.Document == document) is { } coding
            ? field!.InField(new TextSpan(coding.Start!.Value, coding.End!.Value)) : (0, 0);
    }

    private async Task UseWords()
    {
        var selection = await JS.InvokeAsync<int[]>("plumb.selection", "words");
        if (field is null || selection is not [var from, var to])
        {
            return;
        }

        var span = field.InText(from, to);
        var member = view!.Text.Members[view.Text.Parts[part].Member];
        field = null;
        if (span.Length == 0)
        {
            return;
        }

        (quote, quoteAt) = (span.In(member.Text), span.Start);
        if (isEditing && (values.Count > 0 || typed.Trim().Length > 0))
        {
            SaveValue();
        }
        else if (Standing is { Status: "stated", Value: { } value } && Choices.Count > 0)
        {
            Say(Status.Stated, Variable.Multiple ? value.Split(", ") : [value]);
        }
        else
        {
            Change();
        }
    }

    private void CloseWords() => (field, focus) = (null, $"v{active}");

    private void Escape()
    {
        if (field is not null)
        {
            CloseWords();
        }
        else
        {
            Go(active);
        }
    }

    private string ShownValue(ShownVariable variable) => variable.Value is { } value
        ? Cut(Shows.Value(L, view!.Kind.Find(variable.Name), value)) : Shows.Status(L, variable.Status);

    private string How(ShownVariable variable) => variable switch
    {
        _ when view!.Hidden.Contains(variable.Name) => T(variable.Codings.Count > 0 ? Words.BlindOwn : Words.BlindHidden),
        { IsSettled: true } when variable.Codings.Any(c => c.CoderKind == "person") => "✓ " + T(Words.Settled),
        { IsSettled: true } => "✓ " + T(Words.ByColumn),
        { Codings.Count: 0 } => "",
        _ when variable.Codings.Any(c => c.CoderKind == "person") => T(Words.Open1),
        _ when variable.Codings.All(c => c.IsCertain) => T(Words.ByRule),
        _ => T(Words.ByRuleUnsure),
    };

    private string Who(ShownCoding coding) => coding.CoderKind switch
    {
        "person" => T(coding.Act == "adjudication" ? Words.AdjudicatedBy : Words.ByPerson, coding.Coder),
        "column" => T(Words.ByColumn),
        _ => coding.IsCertain ? T(Words.ByRule) : T(Words.ByRuleUnsure),
    };

    private static string Cut(string text) => text.Length <= ShownWords ? text : text[..(char.IsHighSurrogate(text[ShownWords - 1]) ? ShownWords - 1 : ShownWords)] + "…";
}
