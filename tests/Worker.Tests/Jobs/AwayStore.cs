using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>A store that goes away and comes back.</summary>
internal sealed class AwayStore(IRecordStore store) : IRecordStore
{
    /// <summary>Whether nothing is answered now.</summary>
    public bool IsAway { get; set; }

    /// <summary>Questions that were not answered.</summary>
    public int Refused { get; private set; }

    public string Address => store.Address;

    public IFrontier Frontier => store.Frontier;

    public Task OpenAsync(CancellationToken cancellationToken) => There().OpenAsync(cancellationToken);

    public Task<UpsertCounts> UpsertAsync<T>(Collection<T> collection, IReadOnlyList<T> records, CancellationToken cancellationToken)
        where T : class, IRecord => There().UpsertAsync(collection, records, cancellationToken);

    public Task<CommitCounts> CommitAsync(CrawlWrites writes, CancellationToken cancellationToken) => There().CommitAsync(writes, cancellationToken);

    public Task<T?> FindAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord => There().FindAsync(collection, id, cancellationToken);

    public IAsyncEnumerable<T> ReadAsync<T>(Collection<T> collection, Query<T> query, CancellationToken cancellationToken)
        where T : class, IRecord => There().ReadAsync(collection, query, cancellationToken);

    public Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord => There().DeleteAsync(collection, id, cancellationToken);

    public Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken) => There().CountAsync(cancellationToken);

    public Task<long> CompactAsync(CancellationToken cancellationToken) => There().CompactAsync(cancellationToken);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private IRecordStore There()
    {
        if (IsAway)
        {
            Refused++;
            throw new StoreException($"{store.Address} is away");
        }

        return store;
    }
}
