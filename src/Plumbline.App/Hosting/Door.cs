using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Plumbline.App.Cases;

namespace Plumbline.App.Hosting;

/// <summary>
/// Who may come in: a browser that brings a one-time token gets a cookie of its own, and the token is worth nothing any more. All of it is
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
    private readonly List<Seat> seats = [];

    /// <summary>A token was used.</summary>
    public event Action? Taken;

    /// <summary>The path that everything lies under, such as <c>/x7Kd...</c>.</summary>
    public string Path { get; } = "/" + Secret();

    /// <summary>Name of the cookie.</summary>
    public static string CookieName => "plumb";

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

    /// <summary>Takes a token, and gives the browser that brought it a seat; null when the token was never given out, or was used.</summary>
    public Seat? Take(string? token)
    {
        var seat = new Seat(Secret(), Secret());
        lock (gate)
        {
            if (token is null || !tokens.Remove(token))
            {
                return null;
            }

            seats.Add(seat);
        }

        Taken?.Invoke();
        return seat;
    }

    /// <summary>The browser whose cookie this is; null for any other.</summary>
    public Seat? Knows(string? cookie)
    {
        if (cookie is null)
        {
            return null;
        }

        var given = Encoding.UTF8.GetBytes(cookie);
        lock (gate)
        {
            return seats.Find(s => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(s.Key)));
        }
    }

    /// <summary>The browser of an id, which is no secret; null when there is none.</summary>
    public Seat? Find(string id)
    {
        lock (gate)
        {
            return seats.Find(s => s.Id == id);
        }
    }

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
}
