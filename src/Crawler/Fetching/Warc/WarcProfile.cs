namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>What a revisit record means, WARC 1.1 sections 6.7.2 and 6.7.3.</summary>
internal static class WarcProfile
{
    /// <summary>The body was sent again and is the one that the record refers to.</summary>
    public const string IdenticalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    /// <summary>The server said that the body is still the one that the record refers to.</summary>
    public const string ServerNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

    /// <summary>Whether a record says that the server said so, in either version of the standard.</summary>
    public static bool IsNotModified(WarcRecord record) => HasName(record, "/revisit/server-not-modified");

    /// <summary>Whether a record says that the body is the same, in either version of the standard.</summary>
    public static bool IsIdentical(WarcRecord record) => HasName(record, "/revisit/identical-payload-digest");

    private static bool HasName(WarcRecord record, string name) =>
        record["WARC-Profile"]?.TrimEnd('>').EndsWith(name, StringComparison.Ordinal) ?? false;
}
