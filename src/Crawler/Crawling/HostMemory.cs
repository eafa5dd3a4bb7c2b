using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Remembers hosts in the store. The gate keeps its own part of the record through it, the crawl when it has read the feed.</summary>
internal sealed class HostMemory(IRecordStore store) : IHostMemory
{
    public Task<Host?> FindAsync(string id, CancellationToken cancellationToken) => store.FindAsync(Collections.Hosts, id, cancellationToken);

    public Task SaveAsync(Host host, CancellationToken cancellationToken) =>
        ChangeAsync(host.Id, known => host with { FeedReadAt = known?.FeedReadAt }, cancellationToken);

    /// <summary>Notes that all of the feed is known that was there at a time.</summary>
    public Task SetFeedReadAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(id, known => (known ?? new Host { Id = id }) with { FeedReadAt = at }, cancellationToken);

    // Read and written again without a lock: one worker at a time fetches, and tells what it knows between two fetches.
    private async Task ChangeAsync(string id, Func<Host?, Host> change, CancellationToken cancellationToken) =>
        await store.UpsertAsync(Collections.Hosts, [change(await FindAsync(id, cancellationToken))], cancellationToken);
}
