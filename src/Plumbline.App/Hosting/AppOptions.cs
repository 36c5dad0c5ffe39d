using Plumbline.App.Texts;

namespace Plumbline.App.Hosting;

/// <summary>How the app is started.</summary>
internal sealed record AppOptions
{
    /// <summary>Folder of the case to open; null: the start page.</summary>
    public string? Case { get; init; }

    /// <summary>Folder that new cases are made in.</summary>
    public required string Home { get; init; }

    /// <summary>The language to begin with.</summary>
    public Language Language { get; init; }

    /// <summary>Starts the program's own limited children.</summary>
    public required Func<string, Processes.ChildCommand> Child { get; init; }

    /// <summary>Folder that syncing services keep in step, or null: see <see cref="Cases.SyncedFolder"/>.</summary>
    public Func<string, string?> SyncedBy { get; init; } = _ => null;

    /// <summary>Full path of the program that draws pages of PDFs (<c>pdftoppm</c>); null where there is none: then their text is all there is.</summary>
    public string? PageDrawer { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
