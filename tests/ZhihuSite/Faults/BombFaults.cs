using System.IO.Compression;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Answers that are small on the wire and huge when read, and answers that are simply huge; nobody here ever holds one whole.</summary>
internal static class BombFaults
{
    /// <summary>1 GB.</summary>
    public const long DefaultBytes = 1L << 30;

    private static readonly byte[] Block = CreateBlock();

    public static SendFault Gzip(long bytes = DefaultBytes) =>
        Of("bomb-gzip", "gzip", bytes, stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>HTTP's deflate is zlib's format (RFC 9110, section 8.4.1.2).</summary>
    public static SendFault Deflate(long bytes = DefaultBytes) =>
        Of("bomb-deflate", "deflate", bytes, stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true));

    public static SendFault Brotli(long bytes = DefaultBytes) =>
        Of("bomb-br", "br", bytes, stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true));

    /// <summary>Not compressed, and without a length.</summary>
    public static SendFault Plain(long bytes = DefaultBytes) => Of("bomb-plain", encoding: null, bytes, stream => stream);

    /// <summary>A true answer behind a header of this many bytes.</summary>
    public static AnswerFault Header(int bytes) => new("bomb-header", (_, answer) => answer.With("X-Padding", new string('x', bytes)));

    private static SendFault Of(string name, string? encoding, long bytes, Func<Stream, Stream> encode) =>
        new(name, async exchange =>
        {
            var response = exchange.Context.Response;
            exchange.WriteHead();
            if (encoding is not null)
            {
                response.Headers.ContentEncoding = encoding;
            }

            await using var wire = new CountingStream(response.Body, exchange.Count);
            await using var body = encode(wire);
            await body.WriteAsync("""{"data":[],"padding":" """u8.ToArray(), exchange.Aborted);
            for (var left = bytes; left > 0; left -= Block.Length)
            {
                await body.WriteAsync(Block.AsMemory(0, (int)Math.Min(left, Block.Length)), exchange.Aborted);
            }

            await body.WriteAsync("\"}"u8.ToArray(), exchange.Aborted);
        });

    private static byte[] CreateBlock()
    {
        var block = new byte[1 << 16];
        Array.Fill(block, (byte)'x');
        return block;
    }
}
