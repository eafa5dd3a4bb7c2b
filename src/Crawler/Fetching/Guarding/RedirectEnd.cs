namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>Why a redirect is not followed.</summary>
/// <param name="Status">What that makes of the fetch.</param>
/// <param name="Reason">The end of a sentence that begins with the address.</param>
/// <param name="Location">Where it leads, without name and password; null when it does not say.</param>
internal sealed record RedirectEnd(FetchStatus Status, string Reason, Uri? Location);
