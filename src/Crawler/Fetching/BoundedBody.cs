namespace LiveQuality.Crawler.Fetching;

/// <summary>Reads a body up to a size and not a byte further: a bomb is known by its first bytes too many.</summary>
internal static class BoundedBody
{
    private const int Chunk = 64 * 1024;

    /// <returns>The body, or null when it is larger than <paramref name="largest"/>.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > largest)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? Chunk, largest));
        var buffer = new byte[Chunk];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > largest)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
