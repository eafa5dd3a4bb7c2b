using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Storage;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Crawls one source: the feed, then each live's reviews and each speaker, and what is due for another look.</summary>
/// <param name="store">Where records and the frontier are.</param>
/// <param name="fetchers">Ways out.</param>
/// <param name="options">How far to go.</param>
/// <param name="time">Clock.</param>
public sealed class Crawl(IRecordStore store, FetcherFactory fetchers, IOptions<CrawlOptions> options, TimeProvider time)
{
    // Pages that may wait to be written, where pages come by the hundred a second. They are what a crash fetches again.
    private const int LocalPending = 64;

    /// <summary>Runs until nothing is left to fetch. Records are stored as they come, so a crawl that is stopped or killed keeps what it has.</summary>
    /// <param name="request">What to crawl.</param>
    /// <param name="progress">Told after every page.</param>
    /// <param name="cancellationToken">Stops after the page in hand; what was read by then is stored.</param>
    /// <returns>What was done; <see cref="CrawlReport.Problem"/> says when it is not the whole site.</returns>
    /// <exception cref="RecordingException">The recording cannot be read, or the archive not be written.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<CrawlReport> RunAsync(CrawlRequest request, IProgress<CrawlProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var source = request.Source;
        var memory = new HostMemory(store);
        await using var way = await fetchers.OpenAsync(source, request.ArchiveFolder, memory, cancellationToken);
        var targets = new Targets(way.Site);
        var queue = new CrawlQueue(store.Frontier, targets.Site, isPolite: !source.IsLocal, time);
        var tally = new CrawlTally(targets.Site, progress);
        var planner = new Planner(store, targets, options.Value, revisits: source.Kind == CrawlSourceKind.Network, time.GetUtcNow());
        var committer = new Committer(store, tally.AddWritten, mostPending: source.IsLocal ? LocalPending : 1);
        var worker = new CrawlWorker(queue, way, planner, committer, memory, tally, options.Value.FailuresInARow, request.RunId, time);

        await queue.PrepareAsync(cancellationToken);
        using var beating = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heart = queue.BeatAsync(beating.Token);
        try
        {
            await BeginAsync(request, targets, queue, planner, memory, cancellationToken);
            tally.SetOpen(await queue.CountAsync(cancellationToken));
            await worker.RunAsync(cancellationToken);
            tally.SetFailedAtEnd((await queue.CountAsync(cancellationToken)).Failed);
        }
        finally
        {
            await beating.CancelAsync();
            try
            {
                await heart;
            }
            finally
            {
                await queue.ReleaseAsync();
            }
        }

        var watched = await new FieldWatch(store).JudgeAsync(targets.Site, tally.Fields, cancellationToken);
        return tally.Report(way.Warnings, way.IsCutShort) with { Watched = watched };
    }

    // A walk that an earlier crawl could not finish goes on where it was: what it has read need not be read again.
    private async Task BeginAsync(
        CrawlRequest request, Targets targets, CrawlQueue queue, Planner planner, HostMemory memory, CancellationToken cancellationToken)
    {
        planner.FeedReadAt = (await memory.FindAsync(targets.Site, cancellationToken))?.FeedReadAt;
        if (!request.DueOnly && !await queue.HasFeedAsync(request.Whole, cancellationToken))
        {
            await queue.AddAsync(targets.BeginFeed(time.GetUtcNow(), request.ReadsUntilKnown(planner.FeedReadAt)), cancellationToken);
        }
    }
}
