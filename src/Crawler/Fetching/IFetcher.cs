namespace LiveQuality.Crawler.Fetching;

/// <summary>The one way out to the network, or to a recording of it.</summary>
public interface IFetcher
{
    /// <summary>Gets one address; waits, retries, follows redirects and gives up as the options say. Never throws for what the other side does.</summary>
    /// <param name="request">Where, and what is known of it already.</param>
    /// <param name="cancellationToken">Stops the fetch, also while it waits for its turn.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);
}
