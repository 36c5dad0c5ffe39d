using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Plumbline.Cases;

namespace Plumbline.App.Cases;

/// <summary>
/// What proves that somebody is a person of the case: verifiers of their passphrases in <c>.plumb/passphrases</c>, for this user of this computer alone (0600). It says who
/// sits at the keyboard, and encrypts nothing: who can write the folder can write this file. Thread safe.
/// </summary>
internal sealed class Passphrases(CaseFolder folder, TimeProvider clock)
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-256: what OWASP's Password Storage Cheat Sheet asks for.</summary>
    public const int Rounds = 600_000;

    /// <summary>Fewest letters of a passphrase.</summary>
    public const int Fewest = 10;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int FreeTries = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Wrong, DateTimeOffset NotBefore)> tries = new(StringComparer.Ordinal);

    /// <summary>Full path of the file.</summary>
    public string FilePath { get; } = Path.Combine(folder.Inner, "passphrases");

    /// <summary>True when nobody has a passphrase on this computer: the case was just given people, or came from another computer.</summary>
    public bool AreNone => Read().Count == 0;

    /// <summary>True when a person has one on this computer.</summary>
    public bool Has(string person) => Read().ContainsKey(person);

    /// <summary>Gives a person a passphrase, in place of the one before.</summary>
    /// <exception cref="Evidence.UsageException">It is too short.</exception>
    public void Set(string person, string passphrase)
    {
        if (new StringInfoLength(passphrase).Letters < Fewest)
        {
            throw PeopleProblems.TooShort();
        }

        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var verifier = new Verifier(Rounds, Convert.ToBase64String(salt), Convert.ToBase64String(Hash(passphrase, salt, Rounds)));
        lock (gate)
        {
            var all = Read();
            all[person] = verifier;
            Write(all);
            tries.Remove(person);
        }
    }

    /// <summary>
    /// Checks a passphrase. After three wrong ones in a row each further must wait, longer and longer up to five minutes; a try before that is not looked at.
    /// </summary>
    /// <returns>How many wrong tries there were since the last right one.</returns>
    /// <exception cref="Evidence.UsageException">It is wrong, there is none on this computer, or it is too early.</exception>
    public int Check(string person, string passphrase)
    {
        // One at a time: trying many at once is no faster.
        lock (gate)
        {
            var (wrong, notBefore) = tries.GetValueOrDefault(person);
            var now = clock.GetUtcNow();
            if (now < notBefore)
            {
                throw PeopleProblems.TooEarly((int)Math.Ceiling((notBefore - now).TotalSeconds));
            }

            var known = Read().GetValueOrDefault(person);
            var given = Hash(passphrase, Convert.FromBase64String(known?.Salt ?? ""), known?.Rounds ?? Rounds);
            if (known is null || !CryptographicOperations.FixedTimeEquals(given, Convert.FromBase64String(known.Hash)))
            {
                wrong++;
                var wait = wrong < FreeTries ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, wrong - FreeTries + 1)));
                tries[person] = (wrong, now + wait);
                throw PeopleProblems.WrongPassphrase();
            }

            tries.Remove(person);
            return wrong;
        }
    }

    private static byte[] Hash(string passphrase, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Trim().Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, HashBytes);

    private Dictionary<string, Verifier> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Verifier>>(File.ReadAllBytes(FilePath)) ?? [];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException)
        {
            throw PeopleProblems.Unreadable();
        }
    }

    private void Write(Dictionary<string, Verifier> all)
    {
        var made = $"{FilePath}-{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(folder.Inner);
        using (var file = new FileStream(made, options))
        {
            JsonSerializer.Serialize(file, all.OrderBy(v => v.Key, StringComparer.Ordinal).ToDictionary());
            file.Flush(flushToDisk: true);
        }

        File.Move(made, FilePath, overwrite: true);
    }

    private sealed record Verifier(int Rounds, string Salt, string Hash);

    private readonly record struct StringInfoLength(string Text)
    {
        public int Letters => new System.Globalization.StringInfo(Text.Trim()).LengthInTextElements;
    }
}
