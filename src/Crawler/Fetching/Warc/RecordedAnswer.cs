namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>Where one recorded answer is.</summary>
/// <param name="archive">The file.</param>
/// <param name="position">Where its record starts.</param>
/// <param name="at">When it was captured.</param>
internal sealed class RecordedAnswer(WarcReader archive, WarcPosition position, DateTimeOffset at)
{
    /// <summary>The file.</summary>
    public WarcReader Archive => archive;

    /// <summary>Where its record starts.</summary>
    public WarcPosition Position => position;

    /// <summary>When it was captured.</summary>
    public DateTimeOffset At => at;

    /// <summary>Where the body of a revisit is; null for a response, which has its own.</summary>
    public RecordedAnswer? Original { get; set; }

    /// <summary>Reads the answer.</summary>
    /// <param name="request">The question.</param>
    /// <exception cref="RecordingException">The file cannot be opened or has been changed.</exception>
    public HttpResponseMessage Read(HttpRequestMessage request)
    {
        var record = Archive.ReadAt(Position);
        if (Original is null)
        {
            return RecordedResponse.Parse(record.Content).ToMessage(request, record["WARC-Truncated"]);
        }

        if (WarcProfile.IsNotModified(record) && IsConditional(request) && record.Content.Length > 0)
        {
            return RecordedResponse.ParseHead(record.Content).ToMessage(request);
        }

        var original = Original.Archive.ReadAt(Original.Position);
        if (record["WARC-Payload-Digest"] is { } digest && original["WARC-Payload-Digest"] is { } found && digest != found)
        {
            throw new RecordingException($"{Archive.Path}: at byte {Position.Offset}: the revisit record refers to a record with another payload");
        }

        var answer = RecordedResponse.Parse(original.Content);
        var hasHead = WarcProfile.IsIdentical(record) && record.Content.Length > 0;
        return (hasHead ? RecordedResponse.ParseHead(record.Content) with { Body = answer.Body } : answer).ToMessage(request, original["WARC-Truncated"]);
    }

    private static bool IsConditional(HttpRequestMessage request) =>
        request.Headers.NonValidated.Contains("If-None-Match") || request.Headers.NonValidated.Contains("If-Modified-Since");
}
