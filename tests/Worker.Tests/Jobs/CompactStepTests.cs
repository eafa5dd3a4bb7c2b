using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class CompactStepTests : IAsyncLifetime
{
    private JobWorld _world = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await JobWorld.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Compact_OldRuns_AreDroppedButTheNewestOfEachCommandAndWhatTheFieldWatchNeeds()
    {
        await _world.RanAsync("score", RunOutcomes.Done);
        var watched = await _world.RanAsync("crawl", RunOutcomes.Done);
        await _world.Store.UpsertAsync(Collections.Runs, [watched with { Fields = new RunFields("https://x", [], []) }], Cancel);
        await _world.RanAsync("crawl", RunOutcomes.Failed);
        var import = await _world.RanAsync("import", RunOutcomes.Done);
        _world.Time.Advance(TimeSpan.FromDays(31));
        var crawl = await _world.RanAsync("crawl", RunOutcomes.Done);
        var score = await _world.RanAsync("score", RunOutcomes.Done);
        var step = new CompactStep(
            _world.Store,
            new FieldGate(_world.Store),
            new RunJournal(_world.Store, new RunOrigin(), new RunMetrics(Meters.Factory), _world.Time),
            new PlainProgressView(TextWriter.Null, _world.Time),
            Options.Create(new ScheduleOptions { KeepRuns = 30 }),
            _world.Time);

        var report = await step.RunAsync(Cancel);

        Assert.Equal(2, report.Runs);
        var left = await _world.RunsAsync();
        Assert.Equal([watched.Id, import.Id, crawl.Id, score.Id], left.SkipLast(1).Select(run => run.Id));
        Assert.Equal(("compact", 2L), (left[^1].Command, left[^1].Counts["runsDropped"]));
    }
}
