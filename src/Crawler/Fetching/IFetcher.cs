namespace LiveQuality.Crawler.Fetching;

/// <summary>The one way out to the network, or to a recording of it.</summary>
public interface IFetcher
{
    /// <summary>Gets one address; waits, retries and gives up as the options say. Never throws for what the other side does.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<FetchOutcome> FetchAsync(Uri address, CancellationToken cancellationToken);
}
