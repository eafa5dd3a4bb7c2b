using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>The queue of what to fetch. Several workers may share it; each item is handed to one of them.</summary>
/// <remarks>Every step is safe to repeat, as somebody who died between a step and its answer will.</remarks>
public interface IFrontier
{
    /// <summary>
    /// Adds items that are new. A known one that waits gets the earlier due time, with its walk, and the better priority. A finished one is due again
    /// if its last fetch ended before the new <see cref="FrontierItem.DueAt"/>, with the new walk and all that is known of it. Others are left alone.
    /// </summary>
    /// <returns>How many now wait that did not before.</returns>
    Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken);

    /// <summary>Takes due items, lowest priority number first, then longest due, then by id. Items whose lease has run out are due again.</summary>
    /// <remarks>
    /// What was abandoned before (<see cref="FrontierItem.Abandoned"/>) is handed out alone, so fewer than <paramref name="count"/> may come while more
    /// are due; what was abandoned too often fails instead. None means that nothing is due.
    /// </remarks>
    /// <param name="site">Only items of this site.</param>
    /// <param name="owner">Who takes them.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="duration">How long the lease holds.</param>
    /// <param name="cancellationToken">Stops before anything is leased.</param>
    /// <returns>The items as leased, each with its fencing token.</returns>
    Task<IReadOnlyList<FrontierItem>> LeaseAsync(string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>
    /// Writes items as given, with their <see cref="FrontierItem.State"/> (done, failed, or waiting with a new due time) and
    /// <see cref="FrontierItem.Outcome"/>; the store's clock says when they were finished. An item whose fencing token is not the current one is refused:
    /// its lease ran out and somebody else has it. One without a token, fetched ahead of its turn, is accepted unless somebody holds it.
    /// </summary>
    /// <returns>How many were accepted.</returns>
    Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken);

    /// <summary>Makes all leases of an owner end <paramref name="duration"/> from now.</summary>
    /// <returns>How many there are.</returns>
    Task<int> RenewAsync(string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>
    /// Ends all leases of an owner, who stops or is known to be dead: the items wait again, due as before. Each counts as abandoned, since nobody can
    /// tell whether it was what killed the owner.
    /// </summary>
    /// <returns>How many there were.</returns>
    Task<int> ReleaseAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Who holds leases of a site, those that have run out included.</summary>
    Task<IReadOnlyList<string>> OwnersAsync(string site, CancellationToken cancellationToken);

    /// <summary>Numbers of items. Reads an index of all of them: cheap enough for every second, not for every page.</summary>
    /// <param name="site">Only items of this site; null for all.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    Task<FrontierCounts> CountAsync(string? site, CancellationToken cancellationToken);

    /// <summary>One item, or null.</summary>
    Task<FrontierItem?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Makes failed items wait again, due now, as if they had not been tried.</summary>
    /// <param name="site">Only items of this site; null for all.</param>
    /// <param name="runId">Only items whose last visit was this run's; null for all.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <returns>How many.</returns>
    Task<int> RequeueAsync(string? site, string? runId, CancellationToken cancellationToken);

    /// <summary>Items of one state in the order in which they would be handed out: by priority, due time and id, whether due or not.</summary>
    IAsyncEnumerable<FrontierItem> ReadAsync(string site, string state, int limit, CancellationToken cancellationToken);
}
