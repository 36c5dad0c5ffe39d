using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Plumbline.App.Hosting;

/// <summary>Addresses that let one browser of this computer in, once: the first is in the redirect file, others are asked for by who is in already.</summary>
internal sealed class AppEntrance(IServer server, Door door)
{
    /// <summary>Where the app listens.</summary>
    public string Server => server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>A new address.</summary>
    public string Address() => $"{Server}{Guard.Entrance}?token={door.MakeToken()}";
}
