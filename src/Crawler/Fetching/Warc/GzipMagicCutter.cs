namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Hands out a file's bytes in portions that never run past a place where a gzip member could begin. The runtime's inflater
/// swallows whole portions and does not say where a member ended; with these it cannot swallow the beginning of the next one.
/// </summary>
internal sealed class GzipMagicCutter(Stream file, long start) : Stream
{
    // Whether there is room for a member's trailer after what the inflater took tells a torn member from a damaged one: the last bytes of
    // the file are handed out one by one.
    private const int OneByOne = 8;
    private readonly long _end = file.Length;
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _from;
    private int _to;

    /// <summary>Offset in the file of the next byte to hand out.</summary>
    public override long Position { get; set; } = start;

    /// <summary>Offset in the file of the first byte of the portion that was handed out last.</summary>
    public long PortionStart { get; private set; } = start;

    /// <summary>Bytes of the file that have not been handed out.</summary>
    public long Left => _end - Position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _end;

    /// <summary>Offset of the next possible beginning of a member at or after <paramref name="from"/>; null where there is none.</summary>
    public static long? Find(Stream file, long from)
    {
        using var cutter = new GzipMagicCutter(file, from);
        Span<byte> portion = stackalloc byte[4096];
        for (var at = from; ; at = cutter.Position)
        {
            var count = cutter.Read(portion);
            if (count == 0)
            {
                return null;
            }

            if (portion[..count].StartsWith(Magic))
            {
                return at;
            }
        }
    }

    /// <summary>The portion that was handed out last and what follows it in the file.</summary>
    /// <param name="more">How many bytes of what follows, fewer at the end of the file.</param>
    public ReadOnlySpan<byte> LastPortionAnd(int more)
    {
        var bytes = new byte[Position - PortionStart + more];
        file.Position = PortionStart;
        return bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_to - _from < Magic.Length)
        {
            Fill();
        }

        var available = _buffer.AsSpan(_from, _to - _from);
        if (available.IsEmpty || buffer.IsEmpty)
        {
            return 0;
        }

        var next = available[1..].IndexOf(Magic);
        // A magic may begin in the last two bytes and go on in what is not read yet.
        var safe = next >= 0 ? next + 1 : AtEnd || available.Length < Magic.Length ? available.Length : available.Length - (Magic.Length - 1);
        var count = (int)Math.Min(Math.Min(safe, buffer.Length), Math.Max(1, Left - OneByOne));
        available[..count].CopyTo(buffer);
        _from += count;
        PortionStart = Position;
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // The one of the base class makes an array a byte: 200 MB for a hundred headers that do not end.
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // ID1, ID2 and CM = deflate, RFC 1952 section 2.3.
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    private bool AtEnd => Position + (_to - _from) >= _end;

    private void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        _to -= _from;
        _from = 0;
        file.Position = Position + _to;
        _to += file.ReadAtLeast(_buffer.AsSpan(_to), Magic.Length, throwOnEndOfStream: false);
    }
}
