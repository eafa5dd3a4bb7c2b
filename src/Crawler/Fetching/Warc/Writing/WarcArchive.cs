using System.Globalization;
using LiveQuality.Crawler.Fetching.Warc.Indexing;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// A folder that a crawl's exchanges are written to, as WARC 1.1 with a CDXJ index beside each file. Several processes may write to one
/// folder: each has files of its own. A body that the archive holds already is referred to, not written again. Safe for concurrent use.
/// </summary>
internal sealed class WarcArchive : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _stem;
    private readonly WarcArchiveOptions _options;
    private readonly KnownPayloads _known;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private WarcSegment _segment;
    private int _files;
    private RecordingException? _failure;

    private WarcArchive(string folder, DateTimeOffset runStart, WarcArchiveOptions options, KnownPayloads known, IReadOnlyList<string> warnings)
    {
        _folder = folder;
        _options = options;
        _known = known;
        Warnings = warnings;
        // Sorts in the order of writing; the process id tells apart what started in one millisecond.
        var start = runStart.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        _stem = string.Create(CultureInfo.InvariantCulture, $"livequality-{start}-{Environment.ProcessId}");
        _segment = NextSegment(runStart);
    }

    /// <summary>What a crash left in the folder and what was done about it, or what else is wrong there; one line each.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The file that is being written.</summary>
    public string CurrentFile => _segment.Path;

    /// <summary>Makes the folder where it is missing, mends what a crash left in it, and begins a file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="runStart">When the run began; the file's name and first record say so.</param>
    /// <param name="options">How to write.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="RecordingException">The folder cannot be made, read or written.</exception>
    public static Task<WarcArchive> OpenAsync(string folder, DateTimeOffset runStart, WarcArchiveOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => Open(folder, runStart, options, cancellationToken), cancellationToken);

    /// <summary>
    /// Writes an exchange; when the task ends, the operating system has it. A whole 200 with the payload of the last one of its address, and
    /// a 304, become revisit records, if the archive holds what they refer to.
    /// </summary>
    /// <param name="exchange">The exchange; its answer begins with a status line and a header.</param>
    /// <param name="cancellationToken">Stops the waiting for others' exchanges; a write that was begun is finished.</param>
    /// <exception cref="RecordingException">It cannot be written: the disk is full, the folder has gone … Nothing is written after that.</exception>
    public async Task WriteAsync(WarcExchange exchange, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Write(exchange);
        }
        catch (RecordingException e)
        {
            _failure = e;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file and puts its index beside it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        using (_segment)
        {
            // After a failure the index is left to the next opening.
            if (_failure is null)
            {
                _segment.Complete();
            }
        }

        _turn.Dispose();
    }

    private static WarcArchive Open(string folder, DateTimeOffset runStart, WarcArchiveOptions options, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var warnings = WarcRepair.Mend(folder, cancellationToken);
            var known = new KnownPayloads();
            foreach (var archive in CdxjFile.Archives(folder).Where(CdxjFile.IsFresh))
            {
                known.Load(archive, cancellationToken);
            }

            return new WarcArchive(folder, runStart, options, known, warnings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{folder}: the archive cannot be opened: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private void Write(WarcExchange exchange)
    {
        if (_failure is not null)
        {
            throw new RecordingException(_failure.Message, _failure);
        }

        if (_segment.Length >= _options.LargestFile)
        {
            using (_segment)
            {
                _segment.Complete();
            }

            _segment = NextSegment(exchange.At);
        }

        var digest = WarcDigest.OfPayload(exchange.Response);
        var status = RecordedResponse.ParseHead(exchange.Response).Status;
        var isPayload = status == 200 && exchange.Truncated is null;
        var original = isPayload ? _known.Find(exchange.Target, digest) : status == 304 ? NotModified(exchange) : null;
        var offset = _segment.Write(exchange, digest, original);
        if (isPayload && original is null)
        {
            _known.Add(exchange.Target, digest, offset);
        }
    }

    // Another process may have archived a later body: what a 304 confirms is the one whose validator was sent.
    private WarcOriginal? NotModified(WarcExchange exchange)
    {
        var question = HttpHead.Parse(exchange.Request);
        var original = _known.Find(exchange.Target, digest: null);
        var isMeant = question["If-None-Match"] is { } etag
            ? etag == original?.ETag
            : question["If-Modified-Since"] is { } date && date == original?.LastModified;
        return isMeant ? original : null;
    }

    private WarcSegment NextSegment(DateTimeOffset at)
    {
        WarcSegment? segment = null;
        while (segment is null)
        {
            var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_stem}-{_files++:D5}.warc.gz"));
            segment = WarcSegment.Create(path, at, _options.Software);
        }

        _known.Begin(segment.Path);
        return segment;
    }
}
