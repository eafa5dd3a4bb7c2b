namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>Counts what is read, ends at a cap, and knows whether its reader wanted more than there was.</summary>
/// <param name="inner">What is read; disposed with this.</param>
/// <param name="cap">Most bytes.</param>
internal sealed class MeteredStream(Stream inner, long cap) : Stream
{
    // No gzip member begins with it, and no length of a body that fits ends with it.
    private const byte Stop = 0xFF;

    private readonly byte[] _first = new byte[1];
    private bool _hasFirst;
    private bool _stopSent;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether there is more than the cap allows.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the reader asked for more after the end.</summary>
    public bool RanDry { get; private set; }

    /// <summary>
    /// Whether one byte that means nothing follows the end. A gzip reader asks for more even after a whole member, because another may follow; the
    /// byte tells it that none does. After half a member it goes on asking, and <see cref="RanDry"/> tells the two apart.
    /// </summary>
    public bool EndsWithStop { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <returns>The first byte, which stays where it is; null when there is none.</returns>
    public async ValueTask<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        _hasFirst = await ReadInnerAsync(_first, cancellationToken) > 0;
        return _hasFirst ? _first[0] : null;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_hasFirst && buffer.Length > 0)
        {
            _hasFirst = false;
            buffer.Span[0] = _first[0];
            return 1;
        }

        var read = await ReadInnerAsync(buffer, cancellationToken);
        if (read > 0 || buffer.Length == 0)
        {
            return read;
        }

        if (EndsWithStop && !_stopSent)
        {
            _stopSent = true;
            buffer.Span[0] = Stop;
            return 1;
        }

        RanDry = true;
        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Asks for one byte more than the cap, which shows whether there is more.
    private async ValueTask<int> ReadInnerAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (IsOver)
        {
            return 0;
        }

        var read = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, cap + 1 - Count)], cancellationToken);
        Count += read;
        IsOver = Count > cap;
        return IsOver ? 0 : read;
    }
}
