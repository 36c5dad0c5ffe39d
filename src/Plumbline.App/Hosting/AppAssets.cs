using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.App.Hosting;

/// <summary>The script, the style and the picture that pages load, out of this assembly. Their addresses carry their hash: a new version is never mixed with an old one.</summary>
internal sealed class AppAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Hash)> assets;

    public AppAssets()
    {
        var assembly = typeof(AppAssets).Assembly;
        assets = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            using var stream = assembly.GetManifestResourceStream(n)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return (bytes, Types[Path.GetExtension(n)], Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
        });
    }

    /// <summary>Names of all.</summary>
    public IEnumerable<string> Names => assets.Keys;

    /// <summary>The address of one, relative to the app.</summary>
    public string Address(string name) => $"assets/{assets[name].Hash}/{name}";

    /// <summary>Answers with it.</summary>
    public Task Answer(HttpContext context, string name)
    {
        if (!assets.TryGetValue(name, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = asset.Type;
        context.Response.ContentLength = asset.Bytes.Length;
        return context.Response.Body.WriteAsync(asset.Bytes).AsTask();
    }

    /// <summary>One as text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(assets[name].Bytes);
}
