using System.Globalization;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Entries;
using Plumbline.Pipeline.Replies;

namespace Plumbline.App.Cases;

/// <summary>One field of the form, as somebody fills it in.</summary>
internal sealed class FieldForm(Variable variable)
{
    /// <summary>Its variable.</summary>
    public Variable Variable { get; } = variable;

    /// <summary>What is known; null: nothing is said of it.</summary>
    public Status? Status { get; set; }

    /// <summary>What was typed: a value, or of variables with several, one a line.</summary>
    public string Typed { get; set; } = "";

    /// <summary>Keys that were chosen.</summary>
    public HashSet<string> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>True where values are chosen and not typed.</summary>
    public bool IsChoice => Variable.Type is VariableType.Category or VariableType.YesNo;

    /// <summary>The values as they stand in the form.</summary>
    public IReadOnlyList<string> Values => IsChoice ? [.. Chosen.Order(StringComparer.Ordinal)]
        : Variable.Multiple ? Typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : Typed.Trim() is { Length: > 0 } one ? [one] : [];

    /// <summary>What is said; null when nothing is.</summary>
    public EntryField? Said => (Status, Values) switch
    {
        (null, []) => null,
        (null or Evidence.Status.Stated, var values) => new EntryField(Variable.Name, Evidence.Status.Stated, values),
        (Evidence.Status.Unclear, var values) => new EntryField(Variable.Name, Evidence.Status.Unclear, values),
        (var status, _) => new EntryField(Variable.Name, status.Value, []),
    };
}

/// <summary>The form of a kind of unit.</summary>
internal sealed class EntryForm(Codebook codebook, DateOnly today)
{
    /// <summary>The kind.</summary>
    public Codebook Codebook { get; } = codebook;

    /// <summary>Its fields, in the order of the codebook.</summary>
    public IReadOnlyList<FieldForm> Fields { get; } = [.. codebook.Kind.Variables.Select(v => new FieldForm(v))];

    /// <summary>How it was told.</summary>
    public string How { get; set; } = "";

    /// <summary>The day on which it was told, as <c>2026-11-26</c>.</summary>
    public string ToldOn { get; set; } = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Word of who told it; empty: seen oneself.</summary>
    public string Source { get; set; } = "";

    /// <summary>What was told.</summary>
    public string Told { get; set; } = "";

    /// <summary>Files that were attached: full paths below the case's folder of sources.</summary>
    public List<string> Files { get; } = [];
}

/// <summary>Entering units that no document tells of. Thread safe.</summary>
internal sealed class EntryDesk(OpenCase open)
{
    /// <summary>Kinds of units that can be entered.</summary>
    /// <exception cref="UsageException">There is no codebook, or one has faults.</exception>
    public IReadOnlyList<Codebook> Kinds() => CaseEntries.Kinds(open.Folder);

    /// <summary>An empty form.</summary>
    public EntryForm New(Codebook kind) => new(kind, CaseDay.Today(open.Folder, open.Options.Clock));

    /// <summary>Attaches the files of a drop.</summary>
    public void Attach(EntryForm form, string folder)
    {
        var path = Path.Combine(open.Folder.Sources, folder);
        if (DroppedFiles.IsFolder(folder) && Directory.Exists(path))
        {
            form.Files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => !form.Files.Contains(f)));
        }
    }

    /// <summary>Enters a form: it is in archive and journal, on disk, when this comes back.</summary>
    /// <exception cref="UsageException">The person may not, a value does not fit, or nothing is said.</exception>
    public EntryReceipt Save(EntryForm form)
    {
        var writing = open.Writing(Act.Code);
        return new CaseEntries(open.Folder, writing).Enter(new NewEntry
        {
            Kind = form.Codebook.Kind.Table,
            Fields = [.. form.Fields.Select(f => f.Said).OfType<EntryField>()],
            How = form.How.Trim(),
            ToldOn = CaseReplies.Day(form.ToldOn) ?? throw AppProblems.NotADay(),
            Source = form.Source.Trim() is { Length: > 0 } source ? source : null,
            Told = form.Told,
            Attachments = form.Files,
            Coder = writing.Who,
        });
    }
}
