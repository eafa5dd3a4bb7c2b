using System.Buffers.Binary;
using System.IO.Compression;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>The plain bytes of one gzip member (RFC 1952) of a file, checked at the end; then <see cref="End"/> says where the next one starts.</summary>
internal sealed class GzipMember : Stream
{
    private const int TrailerBytes = 8;
    private const int LongestHeader = 64 * 1024;
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];
    private readonly long _start;
    private readonly GzipMagicCutter _portions;
    private readonly DeflateStream _inflater;
    private uint _crc = uint.MaxValue;
    private uint _length;
    private bool _isNone;

    /// <param name="file">The file; it stays open.</param>
    /// <param name="start">Where the member starts.</param>
    public GzipMember(Stream file, long start)
    {
        _start = start;
        _portions = new GzipMagicCutter(file, start);
        _inflater = new DeflateStream(_portions, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Offset of the byte after the member; null until its last byte has been read.</summary>
    public long? End { get; private set; }

    /// <summary>Whether the file ends before the member does: its beginning is one, and what is missing is at the end. Known once reading has failed.</summary>
    public bool IsTorn => End is null && !_isNone && _portions.Left < TrailerBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">No member starts there, or it is torn or not what was written.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (End is not null || buffer.IsEmpty)
        {
            return 0;
        }

        if (_portions.Position == _start)
        {
            SkipHeader();
        }

        var count = _inflater.Read(buffer);
        if (count == 0)
        {
            End = FindEnd();
        }

        foreach (var value in buffer[..count])
        {
            _crc = CrcTable[(byte)(_crc ^ value)] ^ (_crc >> 8);
        }

        _length = unchecked(_length + (uint)count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _inflater.Dispose();
        _portions.Dispose();
        base.Dispose(disposing);
    }

    // The inflater stopped somewhere in its last portion; the checksum and length that must follow say where.
    private long FindEnd()
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, ~_crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);

        var at = _portions.LastPortionAnd(TrailerBytes).IndexOf(trailer);
        return at >= 0 ? _portions.PortionStart + at + TrailerBytes : throw new InvalidDataException("the gzip member is torn or its checksum is wrong");
    }

    private void SkipHeader()
    {
        const int extra = 4, name = 8, comment = 16, headerCrc = 2;
        Span<byte> head = stackalloc byte[10];
        ReadOnlySpan<byte> magic = [0x1F, 0x8B, 0x08];
        var read = _portions.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        _isNone = !head[..Math.Min(read, magic.Length)].SequenceEqual(magic[..Math.Min(read, magic.Length)]);
        if (read < head.Length || _isNone)
        {
            throw new InvalidDataException("no gzip member starts here");
        }

        var flags = head[3];
        if ((flags & extra) != 0)
        {
            for (var left = NextByte() | (NextByte() << 8); left > 0; left--)
            {
                NextByte();
            }
        }

        for (var texts = ((flags & name) != 0 ? 1 : 0) + ((flags & comment) != 0 ? 1 : 0); texts > 0;)
        {
            texts -= NextByte() == 0 ? 1 : 0;
        }

        for (var left = (flags & headerCrc) != 0 ? 2 : 0; left > 0; left--)
        {
            NextByte();
        }
    }

    private int NextByte()
    {
        var value = _portions.Position - _start > LongestHeader ? -1 : _portions.ReadByte();
        return value >= 0 ? value : throw new InvalidDataException("the gzip header does not end");
    }

    private static uint CrcOf(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
