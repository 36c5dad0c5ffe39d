using Plumbline.Cases;
using Plumbline.Processes;

namespace Plumbline.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>It can't be told here: a person has to look.</summary>
    Unknown,

    /// <summary>Something is lost, or not safe; Plumbline works.</summary>
    Warning,

    /// <summary>Plumbline does not work without it.</summary>
    Fault,
}

/// <summary>One thing that this computer has or lacks.</summary>
/// <param name="Name">Its name: a heading in docs/doctor.md, and the same in every release.</param>
/// <param name="State">How it came out.</param>
/// <param name="Found">What was found, a sentence.</param>
/// <param name="Lost">What is lost; empty when nothing is.</param>
/// <param name="Try">What to try; empty when nothing is lost.</param>
internal sealed record MachineCheck(string Name, CheckState State, string Found, string Lost = "", string Try = "");

/// <summary>The computer as the checks see it.</summary>
internal sealed record Machine
{
    /// <summary>The case, or null: then the folder that new cases are made in is looked at.</summary>
    public CaseFolder? Case { get; init; }

    /// <summary>Folder of the case, or the one that new cases are made in; it need not exist.</summary>
    public required string Place { get; init; }

    /// <summary>Starts the program's own limited children.</summary>
    public required Func<string, ChildCommand> Child { get; init; }

    /// <summary>A variable of the environment, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Programs of others.</summary>
    public required ProgramSearch Programs { get; init; }

    /// <summary>Where the kernel's <c>proc</c> and <c>sys</c> are: <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>This computer.</summary>
    /// <param name="folder">The case, or null.</param>
    public static Machine This(CaseFolder? folder) => new()
    {
        Case = folder,
        Place = folder?.Root ?? CaseAccess.NewCases,
        Child = verb => ChildCommand.OfThisProgram(verb),
        Variable = Environment.GetEnvironmentVariable,
        Programs = ProgramSearch.OfProcess,
    };

    /// <summary>All checks, in order.</summary>
    public IReadOnlyList<MachineCheck> Look() =>
    [
        ProgramChecks.Version(), ProgramChecks.Libraries(), ProgramChecks.Letters(), ProgramChecks.Memory(),
        .. WorkerChecks.Of(this),
        ToolChecks.PagePictures(this), ToolChecks.Ocr(this), ToolChecks.Browser(this),
        PlaceChecks.Synced(this), PlaceChecks.Space(this), PlaceChecks.Encryption(this), PlaceChecks.Permissions(this),
        ClockChecks.Clock(this),
    ];

    /// <summary>The nearest folder of <see cref="Place"/> that exists.</summary>
    public string ExistingPlace()
    {
        var at = new DirectoryInfo(Path.GetFullPath(Place));
        while (!at.Exists && at.Parent is { } parent)
        {
            at = parent;
        }

        return at.FullName;
    }
}
