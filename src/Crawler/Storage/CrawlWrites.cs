using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>Everything that one step of a crawl gave, to be written together by <see cref="IRecordStore.CommitAsync"/>.</summary>
public sealed record CrawlWrites
{
    /// <summary>Lives met.</summary>
    public IReadOnlyList<Live> Lives { get; init; } = [];

    /// <summary>Reviews met.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];

    /// <summary>Speakers met.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>Portraits met.</summary>
    public IReadOnlyList<Portrait> Portraits { get; init; } = [];

    /// <summary>What could not become a record.</summary>
    public IReadOnlyList<QuarantineEntry> Quarantine { get; init; } = [];

    /// <summary>Addresses to fetch later, as for <see cref="IFrontier.AddAsync"/>.</summary>
    public IReadOnlyList<FrontierItem> Next { get; init; } = [];

    /// <summary>Addresses that have their outcome, as for <see cref="IFrontier.CompleteAsync"/>.</summary>
    public IReadOnlyList<FrontierItem> Done { get; init; } = [];
}
