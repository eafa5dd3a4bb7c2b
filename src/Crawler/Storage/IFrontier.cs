using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>The queue of what to fetch. Several workers may share it; each item is handed to one of them.</summary>
public interface IFrontier
{
    /// <summary>
    /// Adds items that are new, and makes items due again whose last fetch ended before the new <see cref="FrontierItem.DueAt"/>.
    /// Items that wait, are leased, or were fetched since are left alone.
    /// </summary>
    /// <returns>How many now wait that did not before.</returns>
    Task<int> AddAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken);

    /// <summary>Takes due items, lowest priority number first, then longest due, then by id. Items whose lease has run out are due again.</summary>
    /// <param name="site">Only items of this site.</param>
    /// <param name="owner">Who takes them.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="duration">How long the lease holds.</param>
    /// <param name="cancellationToken">Stops before anything is leased.</param>
    /// <returns>The items as leased, each with its fencing token.</returns>
    Task<IReadOnlyList<FrontierItem>> LeaseAsync(string site, string owner, int count, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>
    /// Gives leased items back with their <see cref="FrontierItem.State"/> (done, failed, or waiting with a new due time) and
    /// <see cref="FrontierItem.Outcome"/>. An item whose fencing token is not the current one is refused: its lease ran out and somebody else has it.
    /// </summary>
    /// <returns>How many were accepted.</returns>
    Task<int> CompleteAsync(IReadOnlyList<FrontierItem> items, CancellationToken cancellationToken);

    /// <summary>Number of items in each state; states without items are left out.</summary>
    /// <param name="site">Only items of this site; null for all.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    Task<IReadOnlyDictionary<string, long>> CountByStateAsync(string? site, CancellationToken cancellationToken);
}
