using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// Makes the records of one file and their bytes. The same calls give the same bytes: record ids are hashes of the file's name,
/// the record's number in it, and its content.
/// </summary>
/// <param name="fileName">What tells the file from others whose records may be equal; empty where there are none.</param>
internal sealed class WarcRecordMaker(string fileName)
{
    private int _made;

    /// <summary>Makes the record that says what the file is; it comes first.</summary>
    /// <param name="at">When the file was begun.</param>
    /// <param name="name">The file's own name.</param>
    /// <param name="fields">What to say: <c>software</c>, <c>description</c> …; no line breaks.</param>
    public WarcRecord Info(DateTimeOffset at, string name, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n")));
        return Make("warcinfo", at, [new("WARC-Filename", name), new("Content-Type", "application/warc-fields")], content);
    }

    /// <summary>Makes a record.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="at">When its content was captured.</param>
    /// <param name="fields">Fields besides type, id, date and length.</param>
    /// <param name="content">The record block.</param>
    public WarcRecord Make(string type, DateTimeOffset at, IEnumerable<KeyValuePair<string, string>> fields, byte[] content)
    {
        KeyValuePair<string, string>[] headers =
        [
            new("WARC-Type", type),
            new("WARC-Record-ID", NewId(content)),
            // A fraction of up to nine digits is allowed since WARC 1.1 (section 5.4): a replay gets the very tick back.
            new("WARC-Date", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
            .. fields,
            new("Content-Length", content.Length.ToString(CultureInfo.InvariantCulture)),
        ];
        _made++;
        return new WarcRecord(headers, content);
    }

    /// <summary>The record as one gzip member, as annex D of the standard asks, so that a reader can start at any record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="level">How hard to compress.</param>
    public static ReadOnlyMemory<byte> Zip(WarcRecord record, CompressionLevel level)
    {
        var header = new StringBuilder("WARC/1.1\r\n");
        foreach (var (name, value) in record.Headers)
        {
            header.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, level, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(header.Append("\r\n").ToString()));
            gzip.Write(record.Content);
            gzip.Write("\r\n\r\n"u8);
        }

        return member.GetBuffer().AsMemory(0, (int)member.Length);
    }

    // RFC 9562 version 8: an id of one's own making.
    private string NewId(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(fileName));
        hash.AppendData(BitConverter.GetBytes(_made));
        hash.AppendData(content);
        var bytes = hash.GetHashAndReset().AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(bytes, bigEndian: true)}>";
    }
}
