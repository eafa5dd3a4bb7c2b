using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>Scores as people ask for them.</summary>
internal sealed class ScoreReader(IRecordStore store)
{
    /// <summary>The lives with the highest scores, or the lowest.</summary>
    public async Task<IReadOnlyList<ScoredLive>> ReadAsync(int count, bool best, CancellationToken cancellationToken)
    {
        var query = new Query<Score> { OrderBy = Collections.ScoresByValue, Descending = best, Limit = count };
        var lives = new List<ScoredLive>();
        await foreach (var score in store.ReadAsync(Collections.Scores, query, cancellationToken))
        {
            lives.Add(await DescribeAsync(score, withReasons: false, cancellationToken));
        }

        return lives;
    }

    /// <summary>One live's score; null where it has none.</summary>
    public async Task<ScoredLive?> FindAsync(string liveId, CancellationToken cancellationToken) =>
        await store.FindAsync(Collections.Scores, liveId, cancellationToken) is { } score ? await DescribeAsync(score, withReasons: true, cancellationToken) : null;

    private async Task<ScoredLive> DescribeAsync(Score score, bool withReasons, CancellationToken cancellationToken)
    {
        var live = await store.FindAsync(Collections.Lives, score.Id, cancellationToken);
        var speaker = live?.SpeakerId is { } id ? await store.FindAsync(Collections.Speakers, id, cancellationToken) : null;
        return new ScoredLive(
            score.Id,
            score.Value,
            score.ModelId,
            live?.Subject,
            speaker?.Name,
            live?.ReviewCount,
            live?.ReviewScore,
            score.Low,
            score.High,
            score.Basis,
            score.Predicted,
            score.EvidenceWeight,
            score.Reasons?.Sentence,
            withReasons ? score.Reasons : null);
    }
}
