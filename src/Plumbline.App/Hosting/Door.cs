using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.App.Hosting;

/// <summary>
/// Who may come in: a browser that brings a one-time token gets a cookie, and the token is worth nothing any more. All of it is
/// made anew at each start and kept in memory only. Thread safe.
/// </summary>
/// <remarks>
/// Browsers send cookies of 127.0.0.1 to every port of it. So the cookie is for a secret path alone: a page of another program on
/// another port, even one that the same browser has open, is never sent it.
/// </remarks>
internal sealed class Door
{
    private const int SecretBytes = 32;

    private readonly Lock gate = new();
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private readonly byte[] key = Encoding.ASCII.GetBytes(Secret());

    /// <summary>A token was used.</summary>
    public event Action? Taken;

    /// <summary>The path that everything lies under, such as <c>/x7Kd...</c>.</summary>
    public string Path { get; } = "/" + Secret();

    /// <summary>Name of the cookie.</summary>
    public static string CookieName => "plumb";

    /// <summary>Value of the cookie.</summary>
    public string CookieValue => Encoding.ASCII.GetString(key);

    /// <summary>A token that lets one browser in, once.</summary>
    public string MakeToken()
    {
        var token = Secret();
        lock (gate)
        {
            tokens.Add(token);
        }

        return token;
    }

    /// <summary>Takes a token; false when it was never given out, or was used.</summary>
    public bool Take(string? token)
    {
        lock (gate)
        {
            if (token is null || !tokens.Remove(token))
            {
                return false;
            }
        }

        Taken?.Invoke();
        return true;
    }

    /// <summary>True when this is the cookie's value.</summary>
    public bool Knows([NotNullWhen(true)] string? cookie) => cookie is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cookie), key);

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}
