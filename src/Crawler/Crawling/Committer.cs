using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// Writes what was fetched while the next page is being fetched: whatever has come by the time the last write is done goes out with one. What is not written
/// yet is fetched again after a crash, so no more than <paramref name="mostPending"/> pages wait.
/// </summary>
internal sealed class Committer(IRecordStore store, Action<CommitCounts> onWritten, int mostPending)
{
    private readonly List<CrawlWrites> _pending = [];
    private Task<CommitCounts>? _writing;

    /// <summary>Hands over what one page gave.</summary>
    /// <exception cref="StoreException">An earlier write has failed; nothing of it is in the store.</exception>
    public async Task AddAsync(CrawlWrites writes)
    {
        _pending.Add(writes);
        if (_writing is null || _writing.IsCompleted || _pending.Count >= mostPending)
        {
            await EndWritingAsync();
            BeginWriting();
        }
    }

    /// <summary>Waits until all that was handed over is written.</summary>
    /// <exception cref="StoreException">A write has failed.</exception>
    public async Task FlushAsync()
    {
        await EndWritingAsync();
        if (_pending.Count > 0)
        {
            BeginWriting();
            await EndWritingAsync();
        }
    }

    // Not cancelled: these pages are fetched, and their records are worth more than the moment that they take.
    private void BeginWriting()
    {
        var writes = Together(_pending);
        _pending.Clear();
        _writing = Task.Run(() => store.CommitAsync(writes, CancellationToken.None));
    }

    private async Task EndWritingAsync()
    {
        if (_writing is { } writing)
        {
            _writing = null;
            onWritten(await writing);
        }
    }

    // Also a page that was followed at once is queued first: where a commit is not one transaction, a crash in its middle must leave no gap in the walk.
    private static CrawlWrites Together(List<CrawlWrites> parts) => new()
    {
        Lives = [.. parts.SelectMany(p => p.Lives)],
        Reviews = [.. parts.SelectMany(p => p.Reviews)],
        Speakers = [.. parts.SelectMany(p => p.Speakers)],
        Portraits = [.. parts.SelectMany(p => p.Portraits)],
        Quarantine = [.. parts.SelectMany(p => p.Quarantine)],
        Next = [.. parts.SelectMany(p => p.Next)],
        Done = [.. parts.SelectMany(p => p.Done)],
    };
}
