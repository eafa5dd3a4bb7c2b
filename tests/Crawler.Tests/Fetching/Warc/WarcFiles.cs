using System.IO.Compression;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;

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

    public static WarcArchiveOptions Options(long largestFile = WarcArchiveOptions.DefaultLargestFile) =>
        new() { Software = "a test", LargestFile = largestFile };

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

    /// <summary>Writes an archive into the folder, as one run of the program would.</summary>
    public async Task ArchiveAsync(DateTimeOffset start, WarcArchiveOptions options, params WarcExchange[] exchanges)
    {
        await using var archive = await WarcArchive.OpenAsync(Folder, start, options, CancellationToken.None);
        foreach (var exchange in exchanges)
        {
            await archive.WriteAsync(exchange, CancellationToken.None);
        }
    }

    public string[] Names(string pattern) => [.. Directory.GetFiles(Folder, pattern).Order(StringComparer.Ordinal)];

    public WarcRecord[] Records() =>
    [
        .. Names("*.warc.gz").SelectMany(path => new WarcReader(path).Read(CancellationToken.None))
            .Select(item => item.Record ?? throw new InvalidDataException(item.Problem!.ToString())),
    ];

    public string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public async Task<string> SaveAsync(string name, params WarcExchange[] exchanges) => Save(name, await BytesAsync(exchanges));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
