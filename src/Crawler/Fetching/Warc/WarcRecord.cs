using System.Globalization;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>One WARC 1.1 record (ISO 28500:2017).</summary>
/// <param name="Headers">Named fields in file order.</param>
/// <param name="Content">The record block, <c>Content-Length</c> bytes.</param>
internal sealed record WarcRecord(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Content)
{
    /// <summary>Where the record starts in its file.</summary>
    public WarcPosition Position { get; init; }

    /// <summary>Bytes of the gzip member that ends with the record; 0 where another record follows in the member, and in a plain file.</summary>
    public long MemberLength { get; init; }

    /// <summary><c>warcinfo</c>, <c>request</c>, <c>response</c>, or another type; empty where the field is missing.</summary>
    public string Type => this["WARC-Type"] ?? "";

    /// <summary>The address that was asked for. Some writers put it in angle brackets, as WARC 1.0 printed it.</summary>
    public string? TargetUri => this["WARC-Target-URI"]?.TrimStart('<').TrimEnd('>');

    /// <summary>When the record was captured, UTC; null where the field is missing or no date.</summary>
    public DateTimeOffset? Date => ParseDate(this["WARC-Date"]);

    /// <summary>A date as the standard writes one; null where it is none.</summary>
    /// <param name="text">The date; may be null.</param>
    public static DateTimeOffset? ParseDate(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>The first field of that name, whatever its case; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Headers)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }
}
