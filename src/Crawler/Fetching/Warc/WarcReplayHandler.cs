namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Answers GET requests from recorded crawls, so that replay and network run the same code from the client on. Memory holds
/// addresses and positions only; an answer is read again when it is asked for. Safe for concurrent use.
/// </summary>
internal sealed class WarcReplayHandler : HttpMessageHandler
{
    private readonly Dictionary<string, Recorded> _index = new(StringComparer.Ordinal);
    private readonly List<WarcProblem> _problems = [];

    private WarcReplayHandler()
    {
    }

    /// <summary>What the archives hold that is no record; the rest is replayed all the same.</summary>
    public IReadOnlyList<WarcProblem> Problems => _problems;

    /// <summary>Number of addresses that can be answered.</summary>
    public int Count => _index.Count;

    /// <summary>
    /// Opens a <c>.warc</c> or <c>.warc.gz</c> file, or every such file right in a folder. Of several answers to one address the latest
    /// counts. Records of type <c>revisit</c> are no answers: they only point at one.
    /// </summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    /// <exception cref="RecordingException">There is no such path, it cannot be read, or it holds no recorded answer.</exception>
    public static WarcReplayHandler Open(string path, CancellationToken cancellationToken)
    {
        var handler = new WarcReplayHandler();
        foreach (var file in Files(path))
        {
            handler.Index(new WarcReader(file), file, cancellationToken);
        }

        return handler.Count > 0
            ? handler
            : throw new RecordingException(
                handler._problems.Count > 0 ? $"{handler._problems[0]}; nothing in {path} can be replayed" : $"{path}: holds no recorded answer");
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<HttpResponseMessage>(cancellationToken)
            : Task.Run(() => Answer(request), cancellationToken);

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get || request.RequestUri is not { } address || !_index.TryGetValue(RecordedAddress.Key(address), out var recorded))
        {
            return ReplayedAnswer.NotRecorded(request);
        }

        var record = recorded.Archive.ReadAt(recorded.Position);
        ReplayedAnswer.SetCapturedAt(request, recorded.At);
        return RecordedResponse.Parse(record.Content).ToMessage(request);
    }

    private void Index(WarcReader archive, string file, CancellationToken cancellationToken)
    {
        foreach (var (record, problem) in archive.Read(cancellationToken))
        {
            if (problem is not null)
            {
                _problems.Add(problem);
            }
            else if (record is { Type: "response" } && Unusable(record) is { } reason)
            {
                _problems.Add(new WarcProblem(file, record.Position.Offset, reason));
            }
            else if (record is { Type: "response", Date: { } at })
            {
                var key = RecordedAddress.Key(new Uri(record.TargetUri!));
                if (!_index.TryGetValue(key, out var known) || known.At <= at)
                {
                    _index[key] = new Recorded(archive, record.Position, at);
                }
            }
        }
    }

    // Found while opening, so that a crawl does not stumble over it hours later.
    private static string? Unusable(WarcRecord record)
    {
        if (!Uri.TryCreate(record.TargetUri, UriKind.Absolute, out _))
        {
            return "the response record has no usable WARC-Target-URI";
        }

        if (record.Date is null)
        {
            return "the response record has no usable WARC-Date";
        }

        try
        {
            RecordedResponse.Parse(record.Content);
            return null;
        }
        // Untrusted bytes: Parse says so when they are no answer.
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }

    private static string[] Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new RecordingException($"{path}: there is no such file or folder");
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path).Where(file =>
                file.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))];
            Array.Sort(files, StringComparer.Ordinal);
            return files.Length > 0 ? files : throw new RecordingException($"{path}: the folder holds no .warc or .warc.gz file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private sealed record Recorded(WarcReader Archive, WarcPosition Position, DateTimeOffset At);
}
