using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Fetching;

/// <summary>Remembers hosts between runs.</summary>
public interface IHostMemory
{
    /// <summary>What is known of a host; null for a new one.</summary>
    /// <param name="id">Scheme, host and port.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    Task<Host?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps what is known now.</summary>
    Task SaveAsync(Host host, CancellationToken cancellationToken);
}
