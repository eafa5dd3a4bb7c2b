using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Tests.Fetching.Politeness;

/// <summary>Hosts kept as a store keeps them: all of a record or nothing, when the time it takes is over.</summary>
internal sealed class FakeHosts(HandClock clock) : IHostMemory
{
    private readonly Dictionary<string, Host> _hosts = [];

    /// <summary>How long each operation takes.</summary>
    public Func<TimeSpan> Takes { get; init; } = () => TimeSpan.Zero;

    public int UnderWay { get; set; }

    public int Saves { get; private set; }

    public Host? this[string id] => _hosts.GetValueOrDefault(id);

    public void Put(Host host) => _hosts[host.Id] = host;

    public void Forget() => _hosts.Clear();

    public async Task<Host?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await WorkAsync(cancellationToken);
        return this[id];
    }

    public async Task SaveAsync(Host host, CancellationToken cancellationToken)
    {
        await WorkAsync(cancellationToken);
        Saves++;
        Put(host);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        UnderWay++;
        try
        {
            await clock.SleepAsync(Takes(), cancellationToken);
        }
        finally
        {
            UnderWay--;
        }
    }
}
