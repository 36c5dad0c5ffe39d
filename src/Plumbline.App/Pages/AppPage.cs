using Microsoft.AspNetCore.Components;
using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Evidence;

namespace Plumbline.App.Pages;

/// <summary>What every page and part of one has: the desk, the language, and the case, without which most pages lead to the start.</summary>
public abstract class AppPage : ComponentBase
{
    [Inject]
    private protected Desk Desk { get; set; } = null!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    private protected Language L => Desk.Language;

    private protected OpenCase? Case => Desk.Case;

    private protected string T(Text text) => L.Say(text);

    private protected string T(Text text, params object?[] parts) => L.Say(text, parts);

    private protected string T(CountedText text, long number) => L.Say(text, number);

    /// <summary>Text out of files, in which nothing hides or turns a line.</summary>
    private protected static string Safe(string? text) => Cli.Output.SafeText.Line(text);

    /// <summary>Does something that may fail for reasons that a person can mend.</summary>
    /// <returns>What is to be said; null when it went well.</returns>
    private protected static Problem? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (PlumblineException e)
        {
            return e is UsageException { Problems: [var first, ..] } ? first : e.ToProblem();
        }
    }
}
