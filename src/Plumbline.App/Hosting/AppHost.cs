using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Plumbline.App.Cases;

namespace Plumbline.App.Hosting;

/// <summary>The web server of the app. It reads no settings file, no variable of the environment and no folder of assets: only what is in <see cref="AppOptions"/>.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    private const long MostOfAMessage = 4L << 20;

    private readonly WebApplication app;

    private AppHost(WebApplication app, Door door, Room room)
    {
        (this.app, Door, Room) = (app, door, room);
        Desk = new Desk(room, door);
    }

    /// <summary>Lets browsers in.</summary>
    public Door Door { get; }

    /// <summary>What all browsers share.</summary>
    public Room Room { get; }

    /// <summary>A desk at which no browser sits: the case that is open.</summary>
    public Desk Desk { get; }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The address that lets one browser in, once.</summary>
    public string OpeningAddress() => $"{Address}{Guard.Entrance}?token={Door.MakeToken()}";

    /// <summary>Starts it on a port that the system chooses.</summary>
    /// <param name="options">How.</param>
    /// <param name="error">Takes faults, without any text of a document.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<AppHost> StartAsync(AppOptions options, TextWriter error, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Logging.AddProvider(new SilentLog(error));
        var door = new Door();
        var room = new Room(options);
        var services = builder.Services;
        services.AddRoutingCore();
        services.AddSingleton(options).AddSingleton(door).AddSingleton(room).AddScoped<Desk>().AddSingleton<AppAssets>();

        // Keys of forms live and die with the process: nothing of them is left on the disk.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddAntiforgery(forms =>
        {
            forms.HeaderName = DropEndpoint.TokenHeader;
            forms.Cookie.Name = "plumb-forms";
            forms.Cookie.Path = door.Path;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.SuppressXFrameOptionsHeader = true;
        });
        
        // A codebook is edited as one text, which comes back whole at each key.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostOfAMessage);
        var app = builder.Build();
        app.UseMiddleware<Guard>(door);
        app.UseRouting();
        app.UseAntiforgery();
        app.MapGet("/assets/{hash}/{name}", (HttpContext context, string name, AppAssets assets) => assets.Answer(context, name));
        app.MapGet("/_content/Microsoft.AspNetCore.Components.QuickGrid/QuickGrid.razor.js", (HttpContext context, AppAssets assets) => assets.Answer(context, "QuickGrid.razor.js"));
        FrameEndpoint.Map(app);
        PageEndpoint.Map(app);
        DropEndpoint.Map(app);
        app.MapRazorComponents<Pages.App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new AppHost(app, door, room);
    }

    /// <summary>Waits until somebody stops it.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // This is how it ends.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Pages first: they read memory that is mapped as long as the case is open.
        await app.DisposeAsync().ConfigureAwait(false);
        Room.Dispose();
    }
}
