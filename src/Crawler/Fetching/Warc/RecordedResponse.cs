using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>An HTTP/1.x answer as it went over the wire, taken apart (RFC 9112).</summary>
/// <param name="Status">Status code, 100..999.</param>
/// <param name="Reason">Reason phrase; may be empty.</param>
/// <param name="Headers">Header fields in wire order.</param>
/// <param name="Body">The body bit for bit, with the chunks of a chunked body joined.</param>
internal sealed record RecordedResponse(int Status, string Reason, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Takes the bytes of a response record apart.</summary>
    /// <param name="message">Status line, header, body.</param>
    /// <exception cref="InvalidDataException">They are no HTTP answer; the message says why in one line.</exception>
    public static RecordedResponse Parse(ReadOnlyMemory<byte> message)
    {
        var end = message.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0 || !message.Span.StartsWith("HTTP/"u8))
        {
            throw new InvalidDataException("the response record holds no HTTP answer");
        }

        var lines = Encoding.Latin1.GetString(message.Span[..end]).Split("\r\n");
        var status = lines[0].Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 100 or > 999)
        {
            throw new InvalidDataException("the response record's status line has no status");
        }

        var headers = new List<KeyValuePair<string, string>>(lines.Length - 1);
        foreach (var line in lines.AsSpan(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("a header line of the recorded answer has no name");
            }

            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var body = message[(end + 4)..];
        var chunked = headers.Exists(header =>
            IsNamed(header.Key, "Transfer-Encoding") && header.Value.EndsWith("chunked", StringComparison.OrdinalIgnoreCase));
        if (chunked)
        {
            headers.RemoveAll(header => IsNamed(header.Key, "Transfer-Encoding"));
            body = JoinChunks(body);
        }

        return new RecordedResponse(code, status.Length > 2 ? status[2] : "", headers, body);
    }

    /// <summary>The answer as the client would have got it: a compressed body is inflated, as the network's own handler does.</summary>
    /// <param name="request">The question.</param>
    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = Plain(out var inflated) };
        foreach (var (name, value) in Headers)
        {
            var isOfStored = IsNamed(name, "Content-Encoding") || IsNamed(name, "Content-Length");
            if (!(inflated && isOfStored) && !response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private HttpContent Plain(out bool inflated)
    {
        var encoding = Headers.FirstOrDefault(header => IsNamed(header.Key, "Content-Encoding")).Value;
        encoding = encoding?.ToUpperInvariant();
        inflated = encoding is "GZIP" or "X-GZIP" or "BR" or "DEFLATE";
        var stored = new MemoryStream(inflated ? Body.ToArray() : []);
        return encoding switch
        {
            "GZIP" or "X-GZIP" => new StreamContent(new GZipStream(stored, CompressionMode.Decompress)),
            "BR" => new StreamContent(new BrotliStream(stored, CompressionMode.Decompress)),
            "DEFLATE" => new StreamContent(new ZLibStream(stored, CompressionMode.Decompress)),
            _ => new ReadOnlyMemoryContent(Body),
        };
    }

    private static bool IsNamed(string header, string name) => header.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static byte[] JoinChunks(ReadOnlyMemory<byte> body)
    {
        using var joined = new MemoryStream(body.Length);
        for (var rest = body.Span; ;)
        {
            var line = rest.IndexOf("\r\n"u8);
            // After the size there may be an extension, RFC 9112 section 7.1.1.
            var digits = line < 0 ? default : rest[..line];
            var extension = digits.IndexOf((byte)';');
            digits = extension < 0 ? digits : digits[..extension].TrimEnd((byte)' ');
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0 || size > rest.Length - line - 2)
            {
                throw new InvalidDataException("the chunks of the recorded answer do not add up");
            }

            if (size == 0)
            {
                return joined.ToArray();
            }

            joined.Write(rest.Slice(line + 2, size));
            rest = rest[(line + 2 + size)..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : throw new InvalidDataException("the chunks of the recorded answer do not add up");
        }
    }
}
