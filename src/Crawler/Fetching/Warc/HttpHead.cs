using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>What stands before the body of an HTTP/1.x message (RFC 9112).</summary>
/// <param name="StartLine">Request line or status line.</param>
/// <param name="Headers">Header fields in wire order.</param>
/// <param name="Length">Bytes up to the body.</param>
internal sealed record HttpHead(string StartLine, List<KeyValuePair<string, string>> Headers, int Length)
{
    /// <summary>The first field of that name, whatever its case; null where there is none.</summary>
    public string? this[string name] => Headers.Find(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">The message; its body need not be there.</param>
    /// <exception cref="InvalidDataException">It is none; the exception says why in one line.</exception>
    public static HttpHead Parse(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            throw new InvalidDataException("the record holds no HTTP message: its header does not end");
        }

        var lines = Encoding.Latin1.GetString(message[..end]).Split("\r\n");
        var headers = new List<KeyValuePair<string, string>>(lines.Length - 1);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("a header line of the recorded message has no name");
            }

            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        return new HttpHead(lines[0], headers, end + 4);
    }
}
