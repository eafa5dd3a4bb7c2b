namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>Where a record starts.</summary>
/// <param name="Offset">Byte offset in the file: of the record itself, or of the gzip member that holds it.</param>
/// <param name="Inner">Offset in the member's plain bytes; 0 where a member holds one record, as it should, and in a plain file.</param>
internal readonly record struct WarcPosition(long Offset, long Inner);
