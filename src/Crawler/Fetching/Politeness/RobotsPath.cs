using System.Buffers;
using System.Text;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// One spelling for paths that mean the same (RFC 9309, section 2.2.2): what is neither reserved nor unreserved in RFC 3986 is percent-encoded,
/// an encoded unreserved character is decoded, hexadecimal digits are upper case.
/// </summary>
internal static class RobotsPath
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // RFC 3986, section 2.2. Patterns give * and $ a meaning of their own, so in a path they are encoded (RFC 9309, section 2.2.3).
    private const string PlainReserved = ":/?#[]@!&'()+,;=";
    private const string GeneralDelimiters = ":/?#[]@";

    private static readonly SearchValues<char> Decodable = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> Plain = SearchValues.Create(Unreserved + PlainReserved);

    /// <summary>
    /// The spellings of an address that a pattern may have been written for: as it is sent, and with the delimiters in its query all encoded or all
    /// decoded (<c>?to=http://a</c> and <c>?to=http%3A%2F%2Fa</c>, third row of the table in section 2.2.2). Mostly there is but one.
    /// </summary>
    public static string[] Spellings(Uri address)
    {
        var plain = Normalise(address.PathAndQuery);
        var query = plain.IndexOf('?', StringComparison.Ordinal) + 1;
        if (query == 0 || plain.AsSpan(query).IndexOfAny(GeneralDelimiters + "%") < 0)
        {
            return [plain];
        }

        var encoded = new StringBuilder(plain, query, plain.Length - query, plain.Length * 3);
        var decoded = new StringBuilder(plain, query, plain.Length - query, plain.Length);
        foreach (var delimiter in GeneralDelimiters)
        {
            encoded.Replace(delimiter.ToString(), Encoded((byte)delimiter));
            decoded.Replace(Encoded((byte)delimiter), delimiter.ToString());
        }

        var path = plain[..query];
        return [.. new[] { plain, path + encoded, path + decoded }.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A path in its one spelling.</summary>
    /// <param name="path">Path and query.</param>
    public static string Normalise(ReadOnlySpan<char> path) => path.ContainsAnyExcept(Plain) ? Respelled(path, wildcards: false) : path.ToString();

    /// <summary>A pattern in its one spelling; <c>*</c> stays a wildcard.</summary>
    /// <param name="pattern">The pattern without a <c>$</c> that closes it.</param>
    public static string NormalisePattern(ReadOnlySpan<char> pattern) =>
        pattern.ContainsAnyExcept(Plain) ? Respelled(pattern, wildcards: true) : pattern.ToString();

    private static string Respelled(ReadOnlySpan<char> text, bool wildcards)
    {
        var result = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var taken = 1;
            var first = text[0];
            if (Plain.Contains(first) || (first == '*' && wildcards))
            {
                result.Append(first);
            }
            else if (first == '%' && text.Length > 2 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
            {
                taken = 3;
                var octet = Convert.FromHexString(text.Slice(1, 2))[0];
                result.Append(Decodable.Contains((char)octet) ? ((char)octet).ToString() : Encoded(octet));
            }
            else
            {
                Rune.DecodeFromUtf16(text, out var rune, out taken);
                foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    result.Append(Encoded(octet));
                }
            }

            text = text[taken..];
        }

        return result.ToString();
    }

    private static string Encoded(byte octet) => $"%{octet:X2}";
}
