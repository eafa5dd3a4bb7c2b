namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Answers GET requests from recorded crawls, bit for bit, so that replay and network run the same code from the client on. Several answers
/// to one address are given in the order recorded, one a request, the last one again and again: retries and re-read pages go as they went.
/// Memory holds addresses and positions only; an answer is read again when it is asked for. Safe for concurrent use.
/// </summary>
internal sealed class WarcReplayHandler : HttpMessageHandler
{
    private readonly RecordedAnswers _answers = new();
    private readonly List<WarcProblem> _problems = [];

    private WarcReplayHandler()
    {
    }

    /// <summary>What the archives hold that cannot be replayed; the rest is replayed all the same.</summary>
    public IReadOnlyList<WarcProblem> Problems => _problems;

    /// <summary>Whether a file ends inside of a record: the end of what was recorded is missing, and what is not recorded may have been.</summary>
    public bool IsCutOff => _problems.Exists(problem => problem.IsTorn);

    /// <summary>Number of addresses that can be answered.</summary>
    public int Count => _answers.Count;

    /// <inheritdoc cref="RecordedAnswers.Site"/>
    public Uri Site(Uri wanted) => _answers.Site(wanted);

    /// <summary>Opens a <c>.warc</c> or <c>.warc.gz</c> file, or every such file right in a folder. Revisit records are answers too.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="cancellationToken">Stops the indexing.</param>
    /// <exception cref="RecordingException">There is no such path, it cannot be read, or it holds no recorded answer.</exception>
    public static WarcReplayHandler Open(string path, CancellationToken cancellationToken)
    {
        var handler = new WarcReplayHandler();
        foreach (var file in WarcFolder.Files(path))
        {
            handler.Index(new WarcReader(file), cancellationToken);
        }

        handler._problems.AddRange(handler._answers.Complete().Select(orphan =>
            new WarcProblem(orphan.Archive.Path, orphan.Position.Offset, "the revisit record refers to an answer that is not here")));
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

    /// <summary>Answers on this thread.</summary>
    /// <param name="request">The question.</param>
    /// <exception cref="RecordingException">The file cannot be opened or has been changed.</exception>
    internal HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get || request.RequestUri is not { } address || _answers.Next(address) is not { } answer)
        {
            return ReplayedAnswer.NotRecorded(request);
        }

        ReplayedAnswer.SetCapturedAt(request, answer.At);
        return answer.Read(request);
    }

    private void Index(WarcReader archive, CancellationToken cancellationToken)
    {
        foreach (var (record, problem) in archive.Read(cancellationToken))
        {
            if (problem is not null)
            {
                _problems.Add(problem);
            }
            else if (record is { Type: "response" or "revisit" })
            {
                if (Unusable(record) is { } reason)
                {
                    _problems.Add(new WarcProblem(archive.Path, record.Position.Offset, reason));
                }
                else
                {
                    _answers.Add(archive, record);
                }
            }
        }
    }

    // Found while opening, so that a crawl does not stumble over it hours later.
    private static string? Unusable(WarcRecord record)
    {
        if (!Uri.TryCreate(record.TargetUri, UriKind.Absolute, out _))
        {
            return $"the {record.Type} record has no usable WARC-Target-URI";
        }

        if (record.Date is null)
        {
            return $"the {record.Type} record has no usable WARC-Date";
        }

        try
        {
            if (record.Type == "response")
            {
                RecordedResponse.Parse(record.Content);
                return null;
            }

            if (record.Content.Length > 0)
            {
                RecordedResponse.ParseHead(record.Content);
            }

            // WARC 1.1 section 6.7.1: a record of a profile that one does not know is not to be interpreted.
            return WarcProfile.IsIdentical(record) || WarcProfile.IsNotModified(record) ? null : "the revisit record's WARC-Profile is not known";
        }
        // Untrusted bytes: Parse says so when they are no answer.
        catch (InvalidDataException e)
        {
            return e.Message;
        }
    }
}
