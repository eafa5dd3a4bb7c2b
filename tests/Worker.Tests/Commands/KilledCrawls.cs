using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.Http;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>Crawls an invented site with the program as a process of its own, and kills it at moments that a seed decides.</summary>
internal sealed class KilledCrawls : IAsyncDisposable
{
    /// <summary>Pages that a crawl may have fetched and not yet stored: 64 that wait, 64 that are being written, one on its way.</summary>
    public const int MostInFlight = 129;

    // A start takes a third of a second here; later kills fall into the crawl, and some into the start, where stores are opened and leases taken over.
    private const double LongestLifeSeconds = 1.5;
    private const int MostRequestsInALife = 400;

    // What a clock says differs from run to run; all else must not.
    private static readonly string[] Clocks = ["observedAt", "goneAt", "dueAt", "leasedUntil", "finishedAt", "history", "fence", "attempts", "revisitAfter"];

    private readonly Random _chance;
    private ZhihuSiteServer _site = null!;
    private int _requests;
    private Action _kill = () => { };
    private int _killAt = int.MaxValue;

    private KilledCrawls(int seed) => _chance = new Random(seed);

    public static async Task<KilledCrawls> StartAsync(int lives, int seed, CancellationToken cancellationToken)
    {
        var crawls = new KilledCrawls(seed);
        crawls._site = await ZhihuSiteServer.StartAsync(World.Create(seed: 11, lives), port: 0, crawls.CountAsync, cancellationToken);
        return crawls;
    }

    /// <summary>Crawls into an empty store until the crawl is over, killing it at most so many times on the way.</summary>
    public async Task<Result> RunAsync(string store, int kills, string folder, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref _requests, 0);
        var killed = 0;
        while (!await IsOverAsync(store, kill: killed < kills, folder, cancellationToken))
        {
            killed++;
        }

        var requests = _requests;
        return new Result(killed, requests, await ContentsAsync(store, cancellationToken));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <returns>Whether it came to its end before it was killed.</returns>
    private async Task<bool> IsOverAsync(string store, bool kill, string folder, CancellationToken cancellationToken)
    {
        var byRequests = _chance.Next(2) == 0;
        var life = TimeSpan.FromSeconds(_chance.NextDouble() * LongestLifeSeconds);
        _killAt = kill && byRequests ? _requests + _chance.Next(1, MostRequestsInALife) : int.MaxValue;
        using var process = new Program(folder).Start("crawl", "--source", _site.Address.AbsoluteUri, "--store", store);
        _kill = () => Kill(process);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        if (kill && !byRequests)
        {
            await Task.WhenAny(process.WaitForExitAsync(cancellationToken), Task.Delay(life, cancellationToken));
            _kill();
        }

        await process.WaitForExitAsync(cancellationToken);
        await output;
        return process.ExitCode switch
        {
            0 => true,
            128 + 9 when kill => false,
            var code => throw new InvalidOperationException($"the crawl ended with {code}: {await errors}"),
        };
    }

    // SIGKILL: no handler runs, nothing is flushed. From within a request it comes before, or in the middle of, an answer.
    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has come to its end by itself.
        }
    }

    private Task<bool> CountAsync(HttpContext context)
    {
        if (Interlocked.Increment(ref _requests) == _killAt)
        {
            _kill();
        }

        return Task.FromResult(false);
    }

    private static async Task<SortedDictionary<string, IReadOnlyList<string>>> ContentsAsync(string address, CancellationToken cancellationToken)
    {
        await using var store = StoreFactory.Create(address, mustExist: true, TimeProvider.System);
        await store.OpenAsync(cancellationToken);
        var site = (await FrontierSiteAsync(store, cancellationToken))!;
        var frontier = new List<FrontierItem>();
        foreach (var state in new[] { FrontierState.Waiting, FrontierState.Leased, FrontierState.Done, FrontierState.Failed })
        {
            frontier.AddRange(await store.Frontier.ReadAsync(site, state, int.MaxValue, cancellationToken).ToListAsync(cancellationToken));
        }

        return new SortedDictionary<string, IReadOnlyList<string>>
        {
            ["lives"] = await ReadAsync(store, Collections.Lives, cancellationToken),
            ["observations"] = await ReadAsync(store, Collections.Observations, cancellationToken),
            ["speakers"] = await ReadAsync(store, Collections.Speakers, cancellationToken),
            ["reviews"] = await ReadAsync(store, Collections.Reviews, cancellationToken),
            ["portraits"] = await ReadAsync(store, Collections.Portraits, cancellationToken),
            ["quarantine"] = await ReadAsync(store, Collections.Quarantine, cancellationToken),
            ["frontier"] = Texts(frontier, RecordJson.Relaxed.FrontierItem),
        };
    }

    private static async Task<string?> FrontierSiteAsync(IRecordStore store, CancellationToken cancellationToken) =>
        (await store.ReadAsync(Collections.Hosts, new Query<Host>(), cancellationToken).FirstOrDefaultAsync(cancellationToken))?.Id;

    private static async Task<IReadOnlyList<string>> ReadAsync<T>(IRecordStore store, Collection<T> collection, CancellationToken cancellationToken)
        where T : class, IRecord =>
        Texts(await store.ReadAsync(collection, new Query<T>(), cancellationToken).ToListAsync(cancellationToken), collection.Json);

    private static List<string> Texts<T>(IReadOnlyList<T> records, JsonTypeInfo<T> json)
        where T : class, IRecord => [.. records.OrderBy(r => r.Id, StringComparer.Ordinal).Select(record => Text(record, json))];

    private static string Text<T>(T record, JsonTypeInfo<T> json)
    {
        var document = System.Text.Json.JsonSerializer.SerializeToNode(record, json)!.AsObject();
        foreach (var clock in Clocks)
        {
            // That it is there says something, when it was does not.
            if (document.ContainsKey(clock))
            {
                document[clock] = "*";
            }
        }

        return document.ToJsonString();
    }

    /// <param name="Kills">How often the crawl was killed.</param>
    /// <param name="Requests">Requests that the site got.</param>
    /// <param name="Contents">Each collection's records as JSON without what clocks say, by id.</param>
    internal sealed record Result(int Kills, int Requests, SortedDictionary<string, IReadOnlyList<string>> Contents);
}
