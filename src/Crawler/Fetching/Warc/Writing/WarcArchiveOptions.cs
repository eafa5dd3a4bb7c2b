namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>How an archive is written.</summary>
internal sealed record WarcArchiveOptions
{
    /// <summary>1 GiB, the size that the standard recommends (annex C) and Heritrix and its kin keep to.</summary>
    public const long DefaultLargestFile = 1024L * 1024 * 1024;

    /// <summary>Bytes from which a file is closed and the next one begun, so that a file is larger by one exchange at most.</summary>
    public long LargestFile { get; init; } = DefaultLargestFile;

    /// <summary>What writes the archive, for its warcinfo records; one line.</summary>
    public required string Software { get; init; }
}
