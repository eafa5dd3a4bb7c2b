using System.Buffers;
using LiveQuality.Crawler.Fetching.Guarding;

namespace LiveQuality.Crawler.Fetching;

/// <summary>Reads a body, decompressing it, up to a size and not a byte further: a bomb is known by its first byte too many.</summary>
internal static class BoundedBody
{
    private const int Chunk = 64 * 1024;

    /// <param name="content">The body as sent, with its headers.</param>
    /// <param name="largest">Most bytes, as sent and after each decompression. A bomb takes at most twice as many in memory (or 4 MiB more).</param>
    /// <param name="traffic">Where to count what came over the wire, also when it fails.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The body, or, with an empty one, why it cannot be had, as the end of a sentence.</returns>
    /// <exception cref="IOException">The body is shorter than its header says, or the connection broke.</exception>
    /// <exception cref="InvalidDataException">The body is torn, or not in the encoding it names.</exception>
    public static async Task<(byte[] Body, string? Defect)> ReadAsync(HttpContent content, int largest, Traffic traffic, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > largest)
        {
            return ([], TooLarge(largest));
        }

        if (!ContentCodings.TryRead(content.Headers, out var codings, out var problem))
        {
            return ([], problem);
        }

        await using var wire = new MeteredStream(await content.ReadAsStreamAsync(cancellationToken), largest);
        try
        {
            await using var layers = new DecodingLayers(wire, largest);
            foreach (var coding in codings)
            {
                await layers.AddAsync(coding, cancellationToken);
            }

            var body = await ReadAsync(layers, cancellationToken);
            if (layers.IsOver)
            {
                return ([], TooLarge(largest));
            }

            return wire.Count >= (content.Headers.ContentLength ?? 0)
                ? (body, null)
                : throw new IOException("the body is shorter than its header says");
        }
        finally
        {
            traffic.Transferred += wire.Count;
        }
    }

    // In chunks, so that no more than the body and its copy is ever held, where a buffer that doubles would hold three times the size.
    private static async Task<byte[]> ReadAsync(DecodingLayers layers, CancellationToken cancellationToken)
    {
        var chunks = new List<byte[]>();
        var length = 0;
        try
        {
            for (int read, used = Chunk; ; used += read, length += read)
            {
                if (used == Chunk)
                {
                    chunks.Add(ArrayPool<byte>.Shared.Rent(Chunk));
                    used = 0;
                }

                read = await layers.ReadAsync(chunks[^1].AsMemory(used, Chunk - used), cancellationToken);
                if (read == 0)
                {
                    return layers.IsOver ? [] : Join(chunks, length);
                }
            }
        }
        finally
        {
            chunks.ForEach(chunk => ArrayPool<byte>.Shared.Return(chunk));
        }
    }

    private static byte[] Join(List<byte[]> chunks, int length)
    {
        var body = GC.AllocateUninitializedArray<byte>(length);
        for (var i = 0; i * Chunk < length; i++)
        {
            chunks[i].AsSpan(0, Math.Min(Chunk, length - (i * Chunk))).CopyTo(body.AsSpan(i * Chunk));
        }

        return body;
    }

    private static string TooLarge(int largest) => $"answered with more than {largest} bytes";
}
