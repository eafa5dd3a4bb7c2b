using System.Net;

namespace LiveQuality.Crawler.Fetching;

/// <summary>What one attempt came back with: an answer, read to its end, or the reason why nothing was sent.</summary>
internal sealed record Answer
{
    /// <summary>Status code; null when nothing was sent.</summary>
    public HttpStatusCode? Code { get; init; }

    /// <summary>The body, decompressed; empty where it has a <see cref="Defect"/>.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Why the body was not read, as the end of a sentence; null when it was.</summary>
    public string? Defect { get; init; }

    /// <summary>Where the answer points to, as it was sent: perhaps relative.</summary>
    public Uri? Location { get; init; }

    /// <summary>Media type of the body.</summary>
    public string? MediaType { get; init; }

    /// <summary>Validator.</summary>
    public string? ETag { get; init; }

    /// <summary>The same as a date.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>When a replayed answer was recorded; null for one from the network.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>Whether a recording was asked that does not hold the address.</summary>
    public bool NotRecorded { get; init; }

    /// <summary>Why nothing was sent; null when something was.</summary>
    public Withheld? Withheld { get; init; }

    /// <summary>Whether this is an order to look elsewhere (RFC 9110, section 15.4): 301, 302, 303, 307, 308.</summary>
    public bool IsRedirect => Code is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
