namespace Plumbline.App.Pages;

/// <summary>A page about the case that is open; without one it leads to the start.</summary>
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

        Load();
    }

    /// <summary>Reads what the page shows; there is a case.</summary>
    protected virtual void Load()
    {
    }
}
