namespace LiveQuality.ZhihuSite.Site;

/// <summary>One request and what became of it.</summary>
/// <param name="address">Path and query.</param>
/// <param name="status">HTTP status of the answer.</param>
/// <param name="at">When it came.</param>
/// <param name="faults">Names of the faults it met.</param>
internal sealed class JournalEntry(string address, int status, DateTimeOffset at, IReadOnlyList<string> faults)
{
    private long _bytes;

    /// <summary>Path and query.</summary>
    public string Address => address;

    /// <summary>HTTP status of the answer.</summary>
    public int Status => status;

    /// <summary>When it came.</summary>
    public DateTimeOffset At => at;

    /// <summary>Names of the faults it met.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Bytes of the body given to the connection so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Count(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
