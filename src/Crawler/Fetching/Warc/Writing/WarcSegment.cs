using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using LiveQuality.Crawler.Fetching.Warc.Indexing;
using Microsoft.Win32.SafeHandles;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// One archive file while it is written, and its index. An exchange goes to the operating system in one piece before the call returns:
/// the death of the process loses none and tears none but the one being written. The disk itself is asked to keep it only when the file
/// is closed, so a power cut may take the last seconds with it. Not safe for concurrent use.
/// </summary>
internal sealed class WarcSegment : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly WarcRecordMaker _records;
    private readonly CdxjWriter _index;
    private readonly string _infoId;

    /// <param name="file">The open, empty file; the segment closes it.</param>
    /// <param name="path">Its path.</param>
    /// <param name="at">When it was begun.</param>
    /// <param name="software">What writes it.</param>
    /// <exception cref="RecordingException">The file cannot be written.</exception>
    public WarcSegment(SafeFileHandle file, string path, DateTimeOffset at, string software)
    {
        _file = file;
        Path = path;
        var name = System.IO.Path.GetFileName(path);
        _records = new WarcRecordMaker(name);
        var info = _records.Info(at, name, [new("software", software), new("format", "WARC File Format 1.1")]);
        _infoId = info["WARC-Record-ID"]!;
        try
        {
            Append(info);
            _index = new CdxjWriter(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or RecordingException)
        {
            // A file that could not be begun must not stay locked.
            file.Dispose();
            throw e as RecordingException ?? Unwritable(path, e);
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a file that nobody else has.</summary>
    /// <param name="path">Where.</param>
    /// <param name="at">When it was begun.</param>
    /// <param name="software">What writes it.</param>
    /// <returns>The file; null when somebody else has one of that name.</returns>
    /// <exception cref="RecordingException">The file cannot be made or written.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The segment owns the file.")]
    public static WarcSegment? Create(string path, DateTimeOffset at, string software)
    {
        var file = OpenNew(path);
        return file is null ? null : new WarcSegment(file, path, at, software);
    }

    /// <summary>Writes the answer and then its question, so that what a crash cuts off is never an answer whose question stands alone.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="payloadDigest">Labelled digest of the answer's payload.</param>
    /// <param name="original">Where the payload is already; null to write it.</param>
    /// <returns>Offset of the answer's record.</returns>
    /// <exception cref="RecordingException">The file cannot be written; it is as it was before.</exception>
    public long Write(WarcExchange exchange, string payloadDigest, WarcOriginal? original)
    {
        var start = Length;
        var answer = original is null ? Response(exchange, payloadDigest) : Revisit(exchange, original);
        var question = Make("request", exchange, exchange.Request, [new("WARC-Concurrent-To", answer["WARC-Record-ID"]!)]);
        var answerLength = Append(answer, question);
        _index.Add(answer with { Position = new WarcPosition(start, 0), MemberLength = answerLength });
        return start;
    }

    /// <summary>Makes sure that the disk has the file, closes it, and puts its index beside it.</summary>
    /// <exception cref="RecordingException">The file or its index cannot be written.</exception>
    public void Complete()
    {
        try
        {
            RandomAccess.FlushToDisk(_file);
            _file.Dispose();
            _index.Complete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(Path, e);
        }
    }

    /// <summary>Closes the file; without <see cref="Complete"/> before, its index is made when the archive is next opened.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _index.Dispose();
    }

    private WarcRecord Response(WarcExchange exchange, string payloadDigest) =>
        Make("response", exchange, exchange.Response, [new("WARC-Payload-Digest", payloadDigest)]);

    // WARC 1.1 section 6.7: the header of the answer is kept, its body is where the record refers to.
    private WarcRecord Revisit(WarcExchange exchange, WarcOriginal original)
    {
        var header = exchange.Response.AsSpan(0, exchange.Response.AsSpan().IndexOf("\r\n\r\n"u8) + 4).ToArray();
        return Make(
            "revisit",
            exchange,
            header,
            [
                new("WARC-Profile", RecordedResponse.ParseHead(exchange.Response).Status == 304 ? WarcProfile.ServerNotModified : WarcProfile.IdenticalPayload),
                new("WARC-Refers-To", original.RecordId),
                new("WARC-Refers-To-Target-URI", original.TargetUri),
                new("WARC-Refers-To-Date", original.Date),
                new("WARC-Payload-Digest", original.PayloadDigest),
            ]);
    }

    private WarcRecord Make(string type, WarcExchange exchange, byte[] content, KeyValuePair<string, string>[] fields)
    {
        KeyValuePair<string, string>[] truncated = type == "response" && exchange.Truncated is { } why ? [new("WARC-Truncated", why)] : [];
        return _records.Make(
            type,
            exchange.At,
            [
                new("WARC-Target-URI", exchange.Target.AbsoluteUri),
                new("WARC-Warcinfo-ID", _infoId),
                .. fields,
                .. truncated,
                new("WARC-Block-Digest", WarcDigest.Of(content)),
                new("Content-Type", $"application/http; msgtype={(type == "request" ? "request" : "response")}"),
            ],
            content);
    }

    // Returns the length of the first record's member.
    private int Append(params ReadOnlySpan<WarcRecord> records)
    {
        var members = new ReadOnlyMemory<byte>[records.Length];
        for (var i = 0; i < records.Length; i++)
        {
            // Bodies mostly come compressed; for plain ones a crawl's speed counts for more than the last third of the size.
            members[i] = WarcRecordMaker.Zip(records[i], CompressionLevel.Fastest);
        }

        try
        {
            RandomAccess.Write(_file, members, Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TakeBack();
            throw Unwritable(Path, e);
        }

        Length += members.Sum(member => (long)member.Length);
        return members[0].Length;
    }

    // A full disk may have taken a part. Where even cutting that off fails, the next opening of the archive does it.
    private void TakeBack()
    {
        try
        {
            RandomAccess.SetLength(_file, Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
        }
    }

    private static SafeFileHandle? OpenNew(string path)
    {
        try
        {
            // The share mode is the lock by which others know that the file is being written.
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, e);
        }
    }

    private static RecordingException Unwritable(string path, Exception e) =>
        new($"{path}: the archive cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
}
