using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Where notices are put up, each once, until they are delivered.</summary>
internal sealed class NoticeBoard(IRecordStore store, TimeProvider time)
{
    // A sender on another machine that has not delivered by then is taken for dead.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _owner = LeaseOwner.New();

    /// <summary>Puts up those that are not there yet.</summary>
    /// <param name="findings">What somebody should hear of.</param>
    /// <param name="runId">The run that came upon them; null where none was noted.</param>
    /// <param name="cancellationToken">Stops before a write.</param>
    public async Task RaiseAsync(IEnumerable<Finding> findings, string? runId, CancellationToken cancellationToken)
    {
        foreach (var finding in findings)
        {
            if (await store.FindAsync(Collections.Notices, finding.Id, cancellationToken) is null)
            {
                var notice = new Notice
                {
                    Id = finding.Id,
                    Kind = finding.Kind,
                    Text = finding.Text,
                    RunId = runId,
                    RaisedAt = time.GetUtcNow(),
                    State = NoticeStates.Waiting,
                    Owner = _owner,
                };
                await store.UpsertAsync(Collections.Notices, [notice], cancellationToken);
            }
        }
    }

    /// <summary>What this process has to deliver: its own, and what others have left.</summary>
    public async Task<IReadOnlyList<Notice>> ReadWaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = new Query<Notice> { Where = Collections.NoticesByState, EqualTo = NoticeStates.Waiting };
        return await store.ReadAsync(Collections.Notices, waiting, cancellationToken)
            .Where(notice => notice.Owner == _owner || LeaseOwner.IsDeadHere(notice.Owner) || notice.RaisedAt < now - Patience)
            .OrderBy(notice => notice.RaisedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Notes what became of one.</summary>
    public Task NoteAsync(Notice notice, CancellationToken cancellationToken) => store.UpsertAsync(Collections.Notices, [notice], cancellationToken);
}
