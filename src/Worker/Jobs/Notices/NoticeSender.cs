using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Hosting;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Delivers what was put up, at least once, and tries again until somebody takes it or three days have passed.</summary>
internal sealed partial class NoticeSender(NoticeBoard board, Webhook webhook, StoreGate gate, TimeProvider time, ILogger<NoticeSender> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(3);

    private readonly ILogger _logger = logger;

    /// <summary>Sends what waits.</summary>
    /// <returns>Whether all that waited was taken or given up.</returns>
    public async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        var all = true;
        foreach (var notice in await board.ReadWaitingAsync(cancellationToken))
        {
            var now = time.GetUtcNow();
            if (now - notice.RaisedAt > WorthTelling)
            {
                Log.GivenUp(_logger, notice.Id);
                await board.NoteAsync(notice with { State = NoticeStates.GivenUp }, CancellationToken.None);
                continue;
            }

            var problem = await webhook.SendAsync(notice, cancellationToken);
            await board.NoteAsync(
                problem is null
                    ? notice with { State = NoticeStates.Delivered, DeliveredAt = time.GetUtcNow(), Problem = null }
                    : notice with { Failures = notice.Failures + 1, Problem = problem },
                CancellationToken.None);
            if (problem is not null)
            {
                Log.NotDelivered(_logger, notice.Id, problem);
                all = false;
            }
        }

        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!webhook.IsThere)
        {
            return;
        }

        var pause = Pause;
        while (!stoppingToken.IsCancellationRequested)
        {
            await gate.WaitAsync(stoppingToken);
            try
            {
                pause = await SendAsync(stoppingToken) ? Pause : Backoff.After(pause, LongestPause);
            }
            catch (StoreException)
            {
                // The gate has said it, and waits.
            }

            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "notice {Id} is not delivered: {Problem}; it is sent again later")]
        public static partial void NotDelivered(ILogger logger, string id, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "notice {Id} is three days old and is not sent any more")]
        public static partial void GivenUp(ILogger logger, string id);
    }
}
