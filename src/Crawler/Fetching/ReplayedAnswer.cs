using System.Net;

namespace LiveQuality.Crawler.Fetching;

/// <summary>What a replaying or archiving handler adds to an answer, so that replay and network run the same code from the client on.</summary>
internal static class ReplayedAnswer
{
    private static readonly HttpRequestOptionsKey<DateTimeOffset> CapturedAtKey = new("livequality.captured-at");
    private static readonly HttpRequestOptionsKey<bool> NotRecordedKey = new("livequality.not-recorded");

    /// <summary>Dates the answer to a request, when it comes from a recording or goes into one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="at">When the answer was captured.</param>
    public static void SetCapturedAt(HttpRequestMessage request, DateTimeOffset at) => request.Options.Set(CapturedAtKey, at);

    /// <summary>When the answer was captured; null for one that is neither replayed nor archived.</summary>
    public static DateTimeOffset? CapturedAt(HttpRequestMessage request) =>
        request.Options.TryGetValue(CapturedAtKey, out var at) ? at : null;

    /// <summary>An answer that says "the recording does not hold this address": neither the site's fault nor a reason to try again.</summary>
    public static HttpResponseMessage NotRecorded(HttpRequestMessage request)
    {
        request.Options.Set(NotRecordedKey, true);
        return new HttpResponseMessage(HttpStatusCode.GatewayTimeout) { RequestMessage = request, ReasonPhrase = "Not in the recording" };
    }

    /// <summary>Whether the recording did not hold the address.</summary>
    public static bool IsNotRecorded(HttpRequestMessage request) => request.Options.TryGetValue(NotRecordedKey, out var missing) && missing;
}
