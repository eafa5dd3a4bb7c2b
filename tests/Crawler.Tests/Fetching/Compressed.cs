using System.IO.Compression;

namespace LiveQuality.Crawler.Tests.Fetching;

/// <summary>Bodies as a server would compress them.</summary>
internal static class Compressed
{
    public static byte[] Gzip(byte[] body) => Pack(body, stream => new GZipStream(stream, CompressionLevel.Fastest));

    public static byte[] Zlib(byte[] body) => Pack(body, stream => new ZLibStream(stream, CompressionLevel.Fastest));

    public static byte[] RawDeflate(byte[] body) => Pack(body, stream => new DeflateStream(stream, CompressionLevel.Fastest));

    public static byte[] Brotli(byte[] body) => Pack(body, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    /// <summary>By the name of a content coding; "raw" is what some servers call deflate.</summary>
    public static byte[] As(string coding, byte[] body) => coding switch
    {
        "gzip" => Gzip(body),
        "deflate" => Zlib(body),
        "raw" => RawDeflate(body),
        "br" => Brotli(body),
        _ => throw new ArgumentOutOfRangeException(nameof(coding)),
    };

    /// <summary>Zeros, without ever holding them.</summary>
    public static byte[] Bomb(string coding, long length)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            var zeros = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= zeros.Length)
            {
                stream.Write(zeros);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Pack(byte[] body, Func<Stream, Stream> encoder)
    {
        using var packed = new MemoryStream();
        using (var stream = encoder(packed))
        {
            stream.Write(body);
        }

        return packed.ToArray();
    }
}
