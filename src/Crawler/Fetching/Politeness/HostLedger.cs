using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// The record of one host in this process and in the memory that all processes share. A pause may come from outside at any moment: every change is made
/// under a lock, and saves go one after another, each with what is known by then.
/// </summary>
internal sealed class HostLedger(string id, IHostMemory memory) : IDisposable
{
    private readonly Lock _change = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private volatile Host _host = new() { Id = id };

    /// <summary>What is known now.</summary>
    public Host Host => _host;

    public void Change(Func<Host, Host> change)
    {
        lock (_change)
        {
            _host = change(_host);
        }
    }

    /// <summary>Adds what other processes have written since.</summary>
    public async Task MergeAsync(CancellationToken cancellationToken)
    {
        if (await memory.FindAsync(id, cancellationToken) is { } kept)
        {
            Change(host => host.Merge(kept));
        }
    }

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            await memory.SaveAsync(_host, cancellationToken);
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose() => _saving.Dispose();
}
