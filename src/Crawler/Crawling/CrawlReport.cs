using System.Text.Json.Serialization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>What a crawl did.</summary>
public sealed record CrawlReport
{
    /// <summary>Pages that were answered.</summary>
    public int Pages { get; init; }

    /// <summary>Bytes of their bodies.</summary>
    public long Bytes { get; init; }

    /// <summary>What became of lives in the store.</summary>
    public UpsertCounts Lives { get; init; }

    /// <summary>What became of reviews in the store.</summary>
    public UpsertCounts Reviews { get; init; }

    /// <summary>What became of speakers in the store; one who is met in a live and then asked for counts twice.</summary>
    public UpsertCounts Speakers { get; init; }

    /// <summary>What became of portraits in the store.</summary>
    public UpsertCounts Portraits { get; init; }

    /// <summary>Items and pages set aside.</summary>
    public int Quarantined { get; init; }

    /// <summary>Targets that are gone.</summary>
    public int Gone { get; init; }

    /// <summary>Addresses that the replayed recording does not hold.</summary>
    public int NotRecorded { get; init; }

    /// <summary>Addresses given up.</summary>
    public int Failed { get; init; }

    /// <summary>Fields that were missing or unknown, by kind.</summary>
    public IReadOnlyList<FieldReport> Fields { get; init; } = [];

    /// <summary>Coverage and types of all fields, for the run's record; reports leave it out, since it is long.</summary>
    [JsonIgnore]
    public RunFields? Watched { get; init; }

    /// <summary>Fields that are not what they were in the crawls before, broken ones first.</summary>
    public IReadOnlyList<FieldAlert> FieldAlerts => Watched?.Alerts ?? [];

    /// <summary>Damage in the recording, and lists that may be longer than what the site showed of them; at most 20 of the latter.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>One line where the crawl is incomplete; null where it is whole.</summary>
    public string? Problem { get; init; }
}
