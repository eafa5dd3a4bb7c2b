using System.IO.Compression;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Indexing;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using LiveQuality.Crawler.Tests.Fetching.Warc;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>Sound archives with a record of every kind.</summary>
internal static class WarcCorpus
{
    private const string Address = "https://api.zhihu.com/lives?limit=10&offset=0";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nETag: \"1\"\r\n";

    private static readonly byte[][] Members = [.. Records().Select(record => WarcRecordMaker.Zip(record, CompressionLevel.Optimal).ToArray())];

    /// <summary>HTTP answers as response records hold them.</summary>
    public static IReadOnlyList<byte[]> Answers { get; } =
    [
        Bytes($"{Ok}\r\n{{\"data\":[]}}"),
        Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n5\r\n{{\"a\":\r\n3;x=y\r\n1}}\n\r\n0\r\n\r\n"),
        Bytes("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"),
    ];

    /// <summary>Archives whose records are plain.</summary>
    public static IReadOnlyList<byte[]> Plain { get; } = [[.. Members.SelectMany(WarcFiles.Inflate)], [.. Members[..2].SelectMany(WarcFiles.Inflate)]];

    /// <summary>Archives with a gzip member a record, and one with everything in one member.</summary>
    public static IReadOnlyList<byte[]> Zipped { get; } =
        [[.. Members.SelectMany(member => member)], [.. Members[..2].SelectMany(member => member)], Zip(Plain[1])];

    /// <summary>Lines of an index.</summary>
    public static IReadOnlyList<byte[]> Lines { get; } =
        [.. Records().Select(record => CdxjLine.Of(record, "a.warc.gz")).OfType<CdxjLine>().Select(line => Bytes(line.ToString()))];

    /// <summary>Everything as one gzip member.</summary>
    public static byte[] Zip(ReadOnlySpan<byte> plain)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return member.ToArray();
    }

    private static IEnumerable<WarcRecord> Records()
    {
        var maker = new WarcRecordMaker("a.warc.gz");
        var target = KeyValuePair.Create("WARC-Target-URI", Address);
        var response = Bytes($"{Ok}\r\n{{\"data\":[]}}");
        var chunked = Bytes($"{Ok}Transfer-Encoding: chunked\r\n\r\n5\r\n{{\"a\":\r\n2\r\n1}}\r\n0\r\n\r\n");
        var notModified = Bytes("HTTP/1.1 304 Not Modified\r\n\r\n");
        var digest = KeyValuePair.Create("WARC-Payload-Digest", WarcDigest.OfPayload(response));
        yield return maker.Info(WarcFiles.Captured, "a.warc.gz", [new("software", "a test")]);
        yield return maker.Make("response", WarcFiles.Captured, [target, digest], response);
        yield return maker.Make("request", WarcFiles.Captured, [target], Bytes("GET /lives?limit=10&offset=0 HTTP/1.1\r\nHost: api.zhihu.com\r\n\r\n"));
        yield return maker.Make("revisit", WarcFiles.Captured.AddHours(1), [target, digest, .. Revisit(WarcProfile.IdenticalPayload)], Bytes($"{Ok}\r\n"));
        yield return maker.Make("revisit", WarcFiles.Captured.AddHours(2), [target, .. Revisit(WarcProfile.ServerNotModified)], notModified);
        KeyValuePair<string, string>[] truncated = [new("WARC-Target-URI", "https://www.zhihu.com/people/a"), new("WARC-Truncated", "length")];
        yield return maker.Make("response", WarcFiles.Captured.AddHours(3), truncated, chunked);
    }

    private static KeyValuePair<string, string>[] Revisit(string profile) =>
        [new("WARC-Refers-To-Target-URI", Address), new("WARC-Refers-To-Date", "2018-01-15T08:00:00Z"), new("WARC-Profile", profile)];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
