namespace Plumbline.App.Pages;

/// <summary>A page about the case that is open; without one it leads to the start, and without anybody signed in to the page for that.</summary>
public abstract class CasePage : AppPage
{
    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Case is null)
        {
            Navigation.NavigateTo("start");
            return;
        }

        if (Case.Person is null)
        {
            Navigation.NavigateTo("signin");
            return;
        }

        Load();
    }

    /// <summary>Reads what the page shows; there is a case.</summary>
    protected virtual void Load()
    {
    }
}
