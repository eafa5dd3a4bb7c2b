using System.Diagnostics.Metrics;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class LastRunsTests : IAsyncLifetime
{
    private JobWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await JobWorld.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Gauge_RunsOfAnyProcess_TellsWhenEachCommandLastEndedHow()
    {
        await _world.RanAsync("crawl", RunOutcomes.Done);
        var crawl = await _world.RanAsync("crawl", RunOutcomes.Done);
        await _world.RanAsync("score", RunOutcomes.Running);
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var gate = new StoreGate(_world.Store, _world.Time, NullLogger<StoreGate>.Instance);
        using var gauge = new LastRuns(_world.Store, gate, _world.Time, services.GetRequiredService<IMeterFactory>());
        await gauge.StartAsync(Cancel);

        var atStart = await UntilAsync(gauge, measured => measured.Count > 0);
        _world.Store.IsAway = true;
        _world.Time.Advance(TimeSpan.FromMinutes(1));
        _world.Store.IsAway = false;
        var failed = await _world.RanAsync("crawl", RunOutcomes.Failed);
        var later = await UntilAsync(gauge, measured => measured.Count > 1);
        await gauge.StopAsync(Cancel);

        Assert.Equal(("crawl", "done", Seconds(crawl)), Assert.Single(atStart));
        Assert.Equal([("crawl", "done", Seconds(crawl)), ("crawl", "failed", Seconds(failed))], later.Order());
    }

    private static double Seconds(Run run) => run.EndedAt!.Value.ToUnixTimeMilliseconds() / 1000.0;

    private async Task<List<(string, string, double)>> UntilAsync(LastRuns gauge, Func<List<(string, string, double)>, bool> isWished)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var measured = new List<(string, string, double)>();
            using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Enable(instrument, self, gauge) };
            listener.SetMeasurementEventCallback<double>((_, value, tags, _) => measured.Add(((string)tags[0].Value!, (string)tags[1].Value!, value)));
            listener.Start();
            listener.RecordObservableInstruments();
            if (isWished(measured))
            {
                return measured;
            }

            _world.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    private static void Enable(Instrument instrument, MeterListener listener, LastRuns gauge)
    {
        if (instrument.Name == "livequality.run.last_timestamp")
        {
            listener.EnableMeasurementEvents(instrument, gauge);
        }
    }
}
