using System.IO.Compression;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc;

namespace LiveQuality.Crawler.Tests.Fetching.Warc;

/// <summary>Archives for tests, in a folder of their own that goes away with the test.</summary>
internal sealed class WarcFiles : IDisposable
{
    public static readonly DateTimeOffset Captured = new(2018, 1, 15, 8, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("livequality-warc-").FullName;

    public static WarcExchange Exchange(
        string uri, string body, DateTimeOffset? at = null, string head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n") =>
        Exchange(uri, Encoding.UTF8.GetBytes($"{head}\r\n{body}"), at);

    public static WarcExchange Exchange(string uri, byte[] response, DateTimeOffset? at = null) =>
        new(new Uri(uri), at ?? Captured, Encoding.UTF8.GetBytes("GET / HTTP/1.1\r\n\r\n"), response);

    public static byte[] Inflate(byte[] gzip)
    {
        using var plain = new MemoryStream();
        using var stream = new GZipStream(new MemoryStream(gzip), CompressionMode.Decompress);
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    public static async Task<byte[]> BytesAsync(params WarcExchange[] exchanges)
    {
        using var stream = new MemoryStream();
        var writer = new WarcWriter(stream);
        await writer.WriteInfoAsync(Captured, "test.warc.gz", [new("software", "a test")], CancellationToken.None);
        foreach (var exchange in exchanges)
        {
            await writer.WriteExchangeAsync(exchange, CancellationToken.None);
        }

        return stream.ToArray();
    }

    public string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<string> SaveAsync(string name, params WarcExchange[] exchanges) => Save(name, await BytesAsync(exchanges));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
