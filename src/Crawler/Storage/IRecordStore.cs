using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>Where records live. Two houses keep the same contract: <c>SqliteStore</c> and <c>MongoStore</c>.</summary>
/// <remarks>Safe for concurrent use. What a write has answered survives a crash.</remarks>
public interface IRecordStore : IAsyncDisposable
{
    /// <summary>The address to show people, without secrets.</summary>
    string Address { get; }

    /// <summary>What to fetch next, and what has been done.</summary>
    IFrontier Frontier { get; }

    /// <summary>Connects, and makes tables and indexes where they are missing. Call it once, before anything else.</summary>
    /// <exception cref="StoreException">The store cannot be reached or read; the message is one line that names it.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Writes records by their natural keys, by the collection's <see cref="MergePolicy"/>. A changed live also gets its observation.</summary>
    /// <param name="collection">Where to.</param>
    /// <param name="records">In any order; of two with one key, the later one is merged over the earlier.</param>
    /// <param name="cancellationToken">Stops before the batch is written, never in the middle.</param>
    Task<UpsertCounts> UpsertAsync<T>(Collection<T> collection, IReadOnlyList<T> records, CancellationToken cancellationToken)
        where T : class, IRecord;

    /// <summary>Writes all that one step of a crawl gave: the records, then the addresses to fetch later, then the outcomes.</summary>
    /// <remarks>
    /// SQLite: one transaction, all or nothing. MongoDB: several writes in this order, so that a crash between two of them leaves the addresses without
    /// their outcome: they are fetched again, and meet their own records. Either way, repeating a commit changes nothing and loses nothing.
    /// </remarks>
    /// <param name="writes">What to write.</param>
    /// <param name="cancellationToken">Stops before anything is written, never in the middle.</param>
    Task<CommitCounts> CommitAsync(CrawlWrites writes, CancellationToken cancellationToken);

    /// <summary>One record, or null.</summary>
    Task<T?> FindAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord;

    /// <summary>Streams records, a bounded number in memory at a time.</summary>
    IAsyncEnumerable<T> ReadAsync<T>(Collection<T> collection, Query<T> query, CancellationToken cancellationToken)
        where T : class, IRecord;

    /// <summary>Removes one record.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> DeleteAsync<T>(Collection<T> collection, string id, CancellationToken cancellationToken)
        where T : class, IRecord;

    /// <summary>Number of documents of every collection, the frontier included, by name.</summary>
    Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken);

    /// <summary>Gives back what deleted and replaced records took up, old versions of personal data among it.</summary>
    /// <remarks>SQLite rewrites the whole file, which takes as much room again while it lasts, and nobody can write meanwhile. MongoDB does this by itself.</remarks>
    /// <returns>Bytes that the store is smaller by.</returns>
    Task<long> CompactAsync(CancellationToken cancellationToken);
}
