using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Reads what people see of lives and scores from a store: all at once for lists, or one live with its reasons.</summary>
internal sealed class ScoreBoardReader(IRecordStore store)
{
    /// <summary>Every live, in three passes over the store. Only what lists show is kept of a record.</summary>
    /// <remarks>What somebody writes between two passes is in or out by chance, as it is a moment later or earlier.</remarks>
    public async Task<ScoreBoard> LoadAsync(CancellationToken cancellationToken)
    {
        var shared = new SharedValues();
        var speakers = new Dictionary<string, BoardSpeaker>(StringComparer.Ordinal);
        await foreach (var speaker in store.ReadAsync(Collections.Speakers, new Query<Speaker>(), cancellationToken))
        {
            speakers.Add(speaker.Id, new BoardSpeaker(speaker.Id, speaker.Name));
        }

        var scores = new Dictionary<string, BoardScore>(StringComparer.Ordinal);
        await foreach (var score in store.ReadAsync(Brief.Scores, new Query<Score>(), cancellationToken))
        {
            scores.Add(score.Id, new BoardScore(score, shared));
        }

        var rows = new List<BoardRow>(scores.Count);
        await foreach (var live in store.ReadAsync(Brief.Lives, new Query<Live>(), cancellationToken))
        {
            rows.Add(new BoardRow(live, SpeakerOf(live), scores.GetValueOrDefault(live.Id), shared));
        }

        return new ScoreBoard(rows);

        BoardSpeaker? SpeakerOf(Live live)
        {
            if (live.SpeakerId is not { } id)
            {
                return null;
            }

            if (!speakers.TryGetValue(id, out var speaker))
            {
                // Nobody has seen more of them than this key.
                speakers.Add(id, speaker = new BoardSpeaker(id, Name: null));
            }

            return speaker;
        }
    }

    /// <summary>One live with its reasons as the store has them now; null where there is no such live.</summary>
    public async Task<ScoredLive?> FindAsync(string liveId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Collections.Lives, liveId, cancellationToken) is not { } live)
        {
            return null;
        }

        var shared = new SharedValues();
        var speaker = live.SpeakerId is { } id ? new BoardSpeaker(id, (await store.FindAsync(Collections.Speakers, id, cancellationToken))?.Name) : null;
        var score = await store.FindAsync(Collections.Scores, liveId, cancellationToken);
        return ScoredLive.Of(new BoardRow(live, speaker, score is null ? null : new BoardScore(score, shared), shared), score?.Reasons);
    }
}
