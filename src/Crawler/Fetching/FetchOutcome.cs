namespace LiveQuality.Crawler.Fetching;

/// <summary>What came of fetching one address.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Detail">One line that names the address, for people; empty when all went well.</param>
/// <param name="Body">The body as sent, decompressed; for an error answer its error body; empty without an answer.</param>
/// <param name="At">When the answer came; for a replayed one, when it was recorded.</param>
public sealed record FetchOutcome(FetchStatus Status, string Detail, ReadOnlyMemory<byte> Body, DateTimeOffset At)
{
    /// <summary>HTTP status of the last answer; null where none came.</summary>
    public int? Code { get; init; }

    /// <summary>Where the last answer redirects to, when that was not followed; null otherwise.</summary>
    public Uri? Location { get; init; }

    /// <summary>Media type of the body, for example <c>application/json</c>; null where none was named.</summary>
    public string? MediaType { get; init; }

    /// <summary>Validator to ask for changes only.</summary>
    public string? ETag { get; init; }

    /// <summary>The same as a date, UTC.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Bytes of bodies as they went over the wire, all attempts together.</summary>
    public long Transferred { get; init; }

    /// <summary>Why nothing was sent; null unless the status is <see cref="FetchStatus.Withheld"/>.</summary>
    public Withheld? Withheld { get; init; }
}
