using System.Security.Cryptography;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Digests as the archive labels them: SHA-256 in lower-case hexadecimal, which warcio, pywb and cdxj-indexer read as they read
/// the older SHA-1 in base 32. Two bodies with one SHA-1 can be made on purpose, and a revisit record would take one for the other.
/// </summary>
internal static class WarcDigest
{
    /// <summary>The labelled digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    /// <summary>The labelled digest of what follows the header of an HTTP message.</summary>
    /// <param name="message">The message.</param>
    public static string OfPayload(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        return Of(end < 0 ? [] : message[(end + 4)..]);
    }
}
