using System.Globalization;
using System.Net;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>An HTTP/1.x answer as it went over the wire, taken apart (RFC 9112).</summary>
/// <param name="Status">Status code, 100..999.</param>
/// <param name="Headers">Header fields in wire order.</param>
/// <param name="Body">The body bit for bit, compressed if it was sent so, with the chunks of a chunked body joined.</param>
internal sealed record RecordedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Takes the bytes of a response record apart.</summary>
    /// <param name="message">Status line, header, body.</param>
    /// <exception cref="InvalidDataException">They are no HTTP answer; the message says why in one line.</exception>
    public static RecordedResponse Parse(ReadOnlyMemory<byte> message)
    {
        var head = HeadOf(message.Span, out var isChunked, out var answer);
        var body = message[head.Length..];
        return answer with { Body = isChunked ? JoinChunks(body) : body };
    }

    /// <summary>Takes the bytes of a revisit record apart, whose body is elsewhere, or only the header of a response record.</summary>
    /// <param name="message">Status line, header, anything.</param>
    /// <exception cref="InvalidDataException">They are no HTTP answer; the message says why in one line.</exception>
    public static RecordedResponse ParseHead(ReadOnlySpan<byte> message)
    {
        HeadOf(message, out _, out var answer);
        return answer;
    }

    /// <summary>The answer as the client got it: the body as it was sent, with its <c>Content-Encoding</c>.</summary>
    /// <param name="request">The question.</param>
    /// <param name="truncated">Why the body is not whole: reading it fails at its end; null for a whole one.</param>
    public HttpResponseMessage ToMessage(HttpRequestMessage request, string? truncated = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status)
        {
            RequestMessage = request,
            Content = truncated is null ? new ReadOnlyMemoryContent(Body) : new TruncatedContent(Body, truncated),
        };
        foreach (var (name, value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private static HttpHead HeadOf(ReadOnlySpan<byte> message, out bool isChunked, out RecordedResponse answer)
    {
        if (!message.StartsWith("HTTP/"u8))
        {
            throw new InvalidDataException("the response record holds no HTTP answer");
        }

        var head = HttpHead.Parse(message);
        var status = head.StartLine.Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 100 or > 999)
        {
            throw new InvalidDataException("the response record's status line has no status");
        }

        isChunked = head["Transfer-Encoding"]?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) ?? false;
        if (isChunked)
        {
            head.Headers.RemoveAll(header => header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));
        }

        answer = new RecordedResponse(code, head.Headers, ReadOnlyMemory<byte>.Empty);
        return head;
    }

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
