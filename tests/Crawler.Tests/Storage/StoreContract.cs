using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

/// <summary>What every house of records promises. Each subclass runs all of it on its own store.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private readonly List<IRecordStore> _opened = [];

    /// <summary>A moment in whole milliseconds, the coarser of the two houses' resolutions.</summary>
    private protected static DateTimeOffset Noon { get; } = new(2018, 1, 15, 12, 0, 0, 123, TimeSpan.Zero);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected FakeTimeProvider Time { get; } = new(Noon);

    private protected IRecordStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A store on the database of this test; every call another one, as another process would have.</summary>
    private protected abstract IRecordStore Connect();

    private protected abstract ValueTask RemoveAsync();

    private protected async Task<IRecordStore> OpenAsync()
    {
        var store = Connect();
        _opened.Add(store);
        await store.OpenAsync(Token);
        return store;
    }

    private protected async Task<IRecordStore[]> OpenAsync(int count)
    {
        var stores = new List<IRecordStore>();
        while (stores.Count < count)
        {
            stores.Add(await OpenAsync());
        }

        return [.. stores];
    }

    private protected async Task<List<T>> ReadAsync<T>(Collection<T> collection, Query<T>? query = null)
        where T : class, IRecord
    {
        var records = new List<T>();
        await foreach (var record in Store.ReadAsync(collection, query ?? new Query<T>(), Token))
        {
            records.Add(record);
        }

        return records;
    }

    private protected static string Key(int number) => (900_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);

    private protected static Live Live(int number = 1, DateTimeOffset? observedAt = null) => new() { Id = Key(number), ObservedAt = observedAt ?? Noon };

    private protected static string Json<T>(Collection<T> collection, T? record)
        where T : class, IRecord => System.Text.Json.JsonSerializer.Serialize(record!, collection.Json);
}
