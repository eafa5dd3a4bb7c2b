using System.Collections.Concurrent;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>
/// What was asked of a server. A request is in it before its answer leaves, so that whoever holds the answer finds the entry.
/// Safe from any thread.
/// </summary>
/// <param name="size">How many entries are kept, the first ones; the totals go on.</param>
internal sealed class SiteJournal(int size)
{
    private readonly ConcurrentQueue<JournalEntry> _entries = new();
    private long _requests;
    private long _bytes;

    /// <summary>All requests, robots.txt and steps of a redirect included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Bytes of all bodies given to the connections; heads do not count.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>In the order of coming; all of them while <see cref="Requests"/> is not above the journal's size.</summary>
    public IReadOnlyList<JournalEntry> Entries => [.. _entries];

    /// <summary>How often an address was asked for, among the entries.</summary>
    /// <param name="address">Path and query.</param>
    public int Of(string address) => _entries.Count(entry => entry.Address == address);

    /// <summary>Adds a request; null where no entry is kept.</summary>
    public JournalEntry? Add(string address, int status, DateTimeOffset at, IReadOnlyList<string> faults)
    {
        if (Interlocked.Increment(ref _requests) > size)
        {
            return null;
        }

        var entry = new JournalEntry(address, status, at, faults);
        _entries.Enqueue(entry);
        return entry;
    }

    /// <summary>Counts bytes of a body.</summary>
    public void Count(JournalEntry? entry, long bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        entry?.Count(bytes);
    }
}
