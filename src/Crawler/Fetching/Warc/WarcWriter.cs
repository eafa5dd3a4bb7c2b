using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Writes a WARC 1.1 archive (ISO 28500:2017), one gzip member a record as annex D asks, so that a reader can start at any record.
/// The same calls give the same bytes: record ids are hashes of content and position. Not safe for concurrent use.
/// </summary>
internal sealed class WarcWriter(Stream output)
{
    private int _records;

    /// <summary>Writes the record that says what the archive is; it comes first.</summary>
    /// <param name="at">When the archive was begun.</param>
    /// <param name="fileName">The archive's own name.</param>
    /// <param name="fields">What to say: <c>software</c>, <c>description</c> …; no line breaks.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteInfoAsync(
        DateTimeOffset at, string fileName, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n")));
        return WriteAsync(
            "warcinfo", NewId(content), at, [new("WARC-Filename", fileName), new("Content-Type", "application/warc-fields")], content, cancellationToken);
    }

    /// <summary>Writes a response record and the request record that belongs to it.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="cancellationToken">Stops the writing; between the two records nothing is torn.</param>
    public async Task WriteExchangeAsync(WarcExchange exchange, CancellationToken cancellationToken)
    {
        var target = KeyValuePair.Create("WARC-Target-URI", exchange.Target.AbsoluteUri);
        var response = NewId(exchange.Response);
        await WriteAsync(
            "response",
            response,
            exchange.At,
            [target, new("WARC-Payload-Digest", PayloadDigest(exchange.Response)), new("Content-Type", "application/http; msgtype=response")],
            exchange.Response,
            cancellationToken);
        await WriteAsync(
            "request",
            NewId(exchange.Request),
            exchange.At,
            [target, new("WARC-Concurrent-To", response), new("Content-Type", "application/http; msgtype=request")],
            exchange.Request,
            cancellationToken);
    }

    private async Task WriteAsync(
        string type, string id, DateTimeOffset at, KeyValuePair<string, string>[] fields, byte[] content, CancellationToken cancellationToken)
    {
        var header = new StringBuilder("WARC/1.1\r\n");
        KeyValuePair<string, string>[] all =
        [
            new("WARC-Type", type),
            new("WARC-Record-ID", id),
            new("WARC-Date", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            .. fields,
            new("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (name, value) in all)
        {
            header.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        // A member is made in memory and written in one piece: a crash tears at most the last record.
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(header.Append("\r\n").ToString()));
            gzip.Write(content);
            gzip.Write("\r\n\r\n"u8);
        }

        await output.WriteAsync(member.GetBuffer().AsMemory(0, (int)member.Length), cancellationToken);
        _records++;
    }

    // RFC 9562 version 8: an id of one's own making, here from content and position.
    private string NewId(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(_records));
        hash.AppendData(content);
        var bytes = hash.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(bytes, bigEndian: true)}>";
    }

    private static string PayloadDigest(byte[] message)
    {
        var end = message.AsSpan().IndexOf("\r\n\r\n"u8);
        var payload = end < 0 ? [] : message.AsSpan(end + 4);
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(payload))}";
    }
}
