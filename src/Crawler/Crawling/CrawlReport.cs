using System.Text.Json.Serialization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What a crawl did.</summary>
public sealed record CrawlReport
{
    /// <summary>The site: scheme, host and port; for a recording, the site that was recorded.</summary>
    public required string Site { get; init; }

    /// <summary>How it ended.</summary>
    public CrawlEnd End { get; init; }

    /// <summary>One line where the crawl is incomplete; null where it is whole.</summary>
    public string? Problem { get; init; }

    /// <summary>Pages that were answered.</summary>
    public int Pages { get; init; }

    /// <summary>Bytes of their bodies, decompressed.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes of all bodies as transferred, those of errors and retries included.</summary>
    public long Transferred { get; init; }

    /// <summary>What became of lives in the store.</summary>
    public UpsertCounts Lives { get; init; }

    /// <summary>What became of reviews in the store.</summary>
    public UpsertCounts Reviews { get; init; }

    /// <summary>What became of speakers in the store; one who is met in a live and then asked for counts twice.</summary>
    public UpsertCounts Speakers { get; init; }

    /// <summary>What became of portraits in the store.</summary>
    public UpsertCounts Portraits { get; init; }

    /// <summary>Items and pages set aside that were not before.</summary>
    public int Quarantined { get; init; }

    /// <summary>Answers that said that nothing has changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Targets that are gone.</summary>
    public int Gone { get; init; }

    /// <summary>Addresses left out for good: robots.txt forbids them, or the site does not serve them to the likes of us.</summary>
    public int Skipped { get; init; }

    /// <summary>Addresses that the replayed recording does not hold.</summary>
    public int NotRecorded { get; init; }

    /// <summary>Addresses that failed; the next crawl tries them again.</summary>
    public int Failed { get; init; }

    /// <summary>Fields that were missing or unknown, by kind.</summary>
    public IReadOnlyList<FieldReport> Fields { get; init; } = [];

    /// <summary>Coverage and types of all fields, for the run's record; reports leave it out, since it is long.</summary>
    [JsonIgnore]
    public RunFields? Watched { get; init; }

    /// <summary>Fields that are not what they were in the crawls before, broken ones first.</summary>
    public IReadOnlyList<FieldAlert> FieldAlerts => Watched?.Alerts ?? [];

    /// <summary>Damage in the recording; then lists that may be longer than what the site showed of them, and addresses that it does not serve to us: at most 20 of these.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
