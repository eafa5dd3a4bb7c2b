using System.Text;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>One thing the site sent: always its raw text, and what it says or why it cannot be read.</summary>
/// <typeparam name="T">The wire type.</typeparam>
public sealed class SiteItem<T>
    where T : class
{
    private readonly ReadOnlyMemory<byte> _raw;

    private SiteItem(ReadOnlyMemory<byte> raw, T? wire, string? error)
    {
        _raw = raw;
        Wire = wire;
        Error = error;
    }

    /// <summary>What it says; null where it cannot be read.</summary>
    public T? Wire { get; }

    /// <summary>Why it cannot be read, naming field and value; null where it can.</summary>
    public string? Error { get; }

    /// <summary>The raw text, unchanged. Made anew at each call, since hardly any item needs it.</summary>
    public string Payload => Encoding.UTF8.GetString(_raw.Span);

    internal static SiteItem<T> Read(ReadOnlyMemory<byte> raw, T wire) => new(raw, wire, null);

    internal static SiteItem<T> Bad(ReadOnlyMemory<byte> raw, string error) => new(raw, null, error);
}
