using System.Security.Cryptography;
using System.Text;
using Geralt;
using Plumbline.Cases;

namespace Plumbline.Custody;

/// <summary>
/// The key that a device signs its chain with: <c>.plumb/device.key</c>, readable by its owner only, not a part of the
/// journal, so that who gets a copy of the journal can't write on in this device's name. The device's id is made from the
/// public key: nobody can put another key in its place. Lost or taken away, the device starts a new chain.
/// </summary>
internal sealed class DeviceKey
{
    private const string Version = "plumbline/device-key/1";
    private readonly byte[] privateKey;

    private DeviceKey(byte[] seed)
    {
        PublicKey = new byte[Ed25519.PublicKeySize];
        privateKey = new byte[Ed25519.PrivateKeySize];
        Ed25519.GenerateKeyPair(PublicKey, privateKey, seed);
        Device = IdOf(PublicKey);
    }

    public string Device { get; }

    public byte[] PublicKey { get; }

    public static string PathOf(CaseFolder folder) => Path.Combine(folder.Inner, "device.key");

    /// <summary>First 128 bits of a SHA-256 over a tag and the public key, 32 hexadecimal digits.</summary>
    public static string IdOf(ReadOnlySpan<byte> publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData([.. "plumbline/device/1"u8, .. publicKey]))[..32];

    /// <summary>Reads the key, or makes one. Called with the journal locked: two processes get the same.</summary>
    /// <exception cref="Evidence.StoreFailedException">The file is there and is no key.</exception>
    public static DeviceKey Take(CaseFolder folder)
    {
        var path = PathOf(folder);
        if (File.Exists(path))
        {
            return Read(path);
        }

        var seed = RandomNumberGenerator.GetBytes(Ed25519.SeedSize);
        var next = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(next);
        using (var stream = new FileStream(next, options))
        {
            stream.Write(Encoding.ASCII.GetBytes($"{Version}\n{Convert.ToHexStringLower(seed)}\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path);
        Durable.FlushFolder(folder.Inner);
        return new DeviceKey(seed);
    }

    public byte[] Sign(ReadOnlySpan<byte> hash)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(signature, hash, privateKey);
        return signature;
    }

    public static bool Verify(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> publicKey) =>
        signature.Length == Ed25519.SignatureSize && publicKey.Length == Ed25519.PublicKeySize && Ed25519.Verify(signature, hash, publicKey);

    private static DeviceKey Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Split('\n') is [Version, { Length: 2 * Ed25519.SeedSize } digits, ..]
                ? new DeviceKey(Convert.FromHexString(digits))
                : throw CustodyProblems.BadKey();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CustodyProblems.BadKey(e);
        }
    }
}
