using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>A body and the decompressors upon it, each metered. .NET's decompressors take a body that is cut off for a whole one; this does not.</summary>
/// <param name="wire">The body as sent.</param>
/// <param name="cap">Most bytes of each layer.</param>
internal sealed class DecodingLayers(MeteredStream wire, long cap) : IAsyncDisposable
{
    private const int ZlibMethod = 8;

    // What encoders use that were told nothing, whatever the size of the body: 4 MiB.
    private const long UsualWindow = 1 << 22;

    private readonly List<MeteredStream> _layers = [wire];
    private bool _announcesMore;

    /// <summary>Whether a layer gives more than it may, or says that it will.</summary>
    public bool IsOver => _announcesMore || _layers.Exists(layer => layer.IsOver);

    /// <summary>Puts a decompressor on top; an empty body is left as it is.</summary>
    /// <param name="coding">Which.</param>
    /// <param name="cancellationToken">Stops the look at the first byte.</param>
    /// <exception cref="InvalidDataException">See <see cref="ReadAsync"/>.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The layers own their decoders.")]
    public async Task AddAsync(ContentCoding coding, CancellationToken cancellationToken)
    {
        var source = _layers[^1];
        if (await Decode(source.PeekAsync(cancellationToken)) is not { } first)
        {
            return;
        }

        // The decoder holds a whole window. One larger than the cap is of use only to a body larger than the cap.
        _announcesMore = coding == ContentCoding.Brotli && BrotliWindow(first) > Math.Max(cap, UsualWindow);
        source.EndsWithStop = coding == ContentCoding.Gzip;
        Stream decoder = coding switch
        {
            ContentCoding.Gzip => new GZipStream(source, CompressionMode.Decompress, leaveOpen: true),
            ContentCoding.Brotli => new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true),
            // RFC 1950, section 2.2: the low half of the first byte is the method. No encoder of bare RFC 1951 blocks begins so.
            _ when (first & 0x0F) == ZlibMethod => new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true),
            _ => new DeflateStream(source, CompressionMode.Decompress, leaveOpen: true),
        };
        _layers.Add(new MeteredStream(decoder, cap));
    }

    /// <summary>Reads decompressed bytes.</summary>
    /// <returns>How many; zero at the end, or where a layer <see cref="IsOver"/>.</returns>
    /// <exception cref="InvalidDataException">A layer is torn, or not in the encoding it should be.</exception>
    public async Task<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = IsOver ? 0 : await Decode(_layers[^1].ReadAsync(buffer, cancellationToken));
        if (read > 0 || IsOver)
        {
            return read;
        }

        if (_layers.SkipLast(1).Any(layer => layer.RanDry))
        {
            throw new InvalidDataException("the compressed body is cut off");
        }

        await DrainAsync(buffer, cancellationToken);
        return 0;
    }

    // The wire belongs to whoever opened it.
    public async ValueTask DisposeAsync()
    {
        foreach (var layer in Enumerable.Reverse(_layers).SkipLast(1))
        {
            await layer.DisposeAsync();
        }
    }

    // A decompressor stops at its own end; what follows that on the wire is read too, so that a broken connection is seen and a whole one can be used again.
    private async Task DrainAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (await wire.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    // RFC 7932, section 9.1; windows below 256 KiB are not told apart here.
    private static long BrotliWindow(byte first) => (first & 0x0F) is var low && (low & 1) == 1 && low > 1 ? 1L << (17 + (low >> 1)) : 1L << 17;

    private async ValueTask<T> Decode<T>(ValueTask<T> reading)
    {
        try
        {
            return await reading;
        }
        // What BrotliStream throws for bytes that are not Brotli, and ZLibStream, by a type that it keeps to itself, for those that want a dictionary.
        catch (Exception e) when (_layers.Count > 1 && (e is InvalidOperationException || e.GetType().Assembly == typeof(ZLibStream).Assembly))
        {
            throw new InvalidDataException("the compressed body is broken", e);
        }
    }
}
