namespace Plumbline.Claims.Drafts;

/// <summary>
/// Addresses that name a claim: <c>claim:id</c>, and <c>https://claim.invalid/id</c> for editors that keep only addresses of the web
/// (<c>.invalid</c> never resolves, RFC 2606).
/// </summary>
internal static class ClaimAddress
{
    private static readonly string[] Prefixes = ["claim:", "https://claim.invalid/", "http://claim.invalid/"];

    /// <summary>The id that an address names; null for any other address.</summary>
    public static string? ClaimOf(string? url)
    {
        foreach (var prefix in Prefixes)
        {
            if (url is not null && url.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return Uri.UnescapeDataString(url[prefix.Length..]).Trim();
            }
        }

        return null;
    }
}
