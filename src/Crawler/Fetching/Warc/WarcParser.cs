using System.Globalization;
using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>Reads records from plain bytes, one after the other, within bounds.</summary>
/// <param name="plain">Bytes that start with a record.</param>
/// <param name="maxContentBytes">Largest record block that is read.</param>
internal sealed class WarcParser(Stream plain, long maxContentBytes)
{
    private const int LongestHeader = 64 * 1024;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _from;
    private int _to;

    /// <summary>Offset of the next byte in the plain bytes.</summary>
    public long Position { get; private set; }

    /// <summary>Whether the plain bytes ended; after an exception this says that they ended inside of a record.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The next record; null at the end.</summary>
    /// <exception cref="InvalidDataException">What comes next is no record; the message says why in one line.</exception>
    public WarcRecord? Next()
    {
        if (!Fill())
        {
            return null;
        }

        var left = LongestHeader;
        var version = ReadLine(ref left);
        if (!version.StartsWith("WARC/1.", StringComparison.Ordinal))
        {
            throw new InvalidDataException("a record must begin with WARC/1.0 or WARC/1.1");
        }

        var headers = new List<KeyValuePair<string, string>>(10);
        for (var line = ReadLine(ref left); line.Length > 0; line = ReadLine(ref left))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("a header line of the record has no name");
            }

            headers.Add(new(line[..colon].TrimEnd(), line[(colon + 1)..].Trim()));
        }

        var record = new WarcRecord(headers, []);
        var content = ReadBytes(ContentLength(record));
        if (!ReadBytes(4).AsSpan().SequenceEqual("\r\n\r\n"u8))
        {
            throw new InvalidDataException("the record is longer than its Content-Length says, or not closed by two line ends");
        }

        return record with { Content = content };
    }

    private long ContentLength(WarcRecord record)
    {
        if (!long.TryParse(record["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new InvalidDataException("the record has no usable Content-Length");
        }

        return length <= maxContentBytes
            ? length
            : throw new InvalidDataException($"the record's {length} bytes are more than the {maxContentBytes} that are read");
    }

    private byte[] ReadBytes(long count)
    {
        // A false length must not cost memory that no byte stands for, so the array grows with what is there.
        using var bytes = new MemoryStream((int)Math.Min(count, _buffer.Length));
        while (bytes.Length < count)
        {
            if (!Fill())
            {
                throw new InvalidDataException($"the file ends {count - bytes.Length} bytes before the record does");
            }

            var part = (int)Math.Min(_to - _from, count - bytes.Length);
            bytes.Write(_buffer, _from, part);
            Take(part);
        }

        return bytes.ToArray();
    }

    private string ReadLine(ref int left)
    {
        using var line = new MemoryStream();
        while (left > 0)
        {
            if (!Fill())
            {
                throw new InvalidDataException("the file ends in a record's header");
            }

            var value = _buffer[_from];
            Take(1);
            left--;
            if (value == '\n')
            {
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
            }

            line.WriteByte(value);
        }

        throw new InvalidDataException($"the record's header is longer than {LongestHeader} bytes");
    }

    private void Take(int count)
    {
        _from += count;
        Position += count;
    }

    private bool Fill()
    {
        if (_from == _to)
        {
            _from = 0;
            _to = plain.Read(_buffer, 0, _buffer.Length);
            AtEnd = _to == 0;
        }

        return _to > 0;
    }
}
