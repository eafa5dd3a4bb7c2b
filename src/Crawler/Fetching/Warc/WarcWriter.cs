using System.IO.Compression;
using LiveQuality.Crawler.Fetching.Warc.Writing;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Writes a recording of full answers to a stream, as WARC 1.1 (ISO 28500:2017), one gzip member a record. The same calls give the same
/// bytes. A crawl's archive is a <see cref="WarcArchive"/>. Not safe for concurrent use.
/// </summary>
internal sealed class WarcWriter(Stream output)
{
    private readonly WarcRecordMaker _records = new(fileName: "");

    /// <summary>Writes the record that says what the archive is; it comes first.</summary>
    /// <param name="at">When the archive was begun.</param>
    /// <param name="fileName">The archive's own name.</param>
    /// <param name="fields">What to say: <c>software</c>, <c>description</c> …; no line breaks.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteInfoAsync(
        DateTimeOffset at, string fileName, IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        WriteAsync(_records.Info(at, fileName, fields), cancellationToken);

    /// <summary>Writes a response record and the request record that belongs to it.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="cancellationToken">Stops the writing; between the two records nothing is torn.</param>
    public async Task WriteExchangeAsync(WarcExchange exchange, CancellationToken cancellationToken)
    {
        var target = KeyValuePair.Create("WARC-Target-URI", exchange.Target.AbsoluteUri);
        var response = _records.Make(
            "response",
            exchange.At,
            [target, new("WARC-Payload-Digest", WarcDigest.OfPayload(exchange.Response)), new("Content-Type", "application/http; msgtype=response")],
            exchange.Response);
        await WriteAsync(response, cancellationToken);
        var request = _records.Make(
            "request",
            exchange.At,
            [target, new("WARC-Concurrent-To", response["WARC-Record-ID"]!), new("Content-Type", "application/http; msgtype=request")],
            exchange.Request);
        await WriteAsync(request, cancellationToken);
    }

    // A member is made in memory and written in one piece: a crash tears at most the last record.
    private async Task WriteAsync(WarcRecord record, CancellationToken cancellationToken) =>
        await output.WriteAsync(WarcRecordMaker.Zip(record, CompressionLevel.SmallestSize), cancellationToken);
}
