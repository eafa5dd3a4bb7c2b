using System.Security.Cryptography;
using System.Text;

namespace LiveQuality.Worker.Http.Security;

/// <summary>Keys that let somebody in. Only their hashes are ever stored; a key has 256 random bits, so that a plain hash of it cannot be searched.</summary>
internal sealed class ApiKeys(IReadOnlyDictionary<string, string> hashes)
{
    private const int KeyBytes = 32;

    private readonly KeyValuePair<string, byte[]>[] _hashes = [.. hashes.Select(pair => KeyValuePair.Create(pair.Key, Convert.FromHexString(pair.Value)))];

    /// <summary>A new key, base64url.</summary>
    public static string New() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>SHA-256 of a key, 64 hex digits.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The name of a key; null where nobody has it. Takes as long whichever key it is, and whether it is one.</summary>
    public string? NameOf(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? found = null;
        foreach (var (name, known) in _hashes)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, known) ? name : found;
        }

        return found;
    }
}
