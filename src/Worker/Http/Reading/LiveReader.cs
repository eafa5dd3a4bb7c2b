using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads what the page of one live shows.</summary>
internal sealed class LiveReader(IRecordStore store)
{
    private const int Ratings = 5;

    /// <returns>Null where there is no such live.</returns>
    public async Task<LiveView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(Collections.Lives, id, cancellationToken) is not { } live)
        {
            return null;
        }

        var speaker = live.SpeakerId is { } key ? await store.FindAsync(Collections.Speakers, key, cancellationToken) : null;
        var score = await store.FindAsync(Collections.Scores, id, cancellationToken);
        var observations = new List<Observation>();
        await foreach (var observation in store.ReadAsync(Collections.Observations, new Query<Observation> { Where = Collections.ObservationsByLive, EqualTo = id }, cancellationToken))
        {
            observations.Add(observation);
        }

        observations.Sort((left, right) => left.ObservedAt.CompareTo(right.ObservedAt));
        var ratings = new long[Ratings];
        await foreach (var review in store.ReadAsync(Collections.Reviews, new Query<Review> { Where = Collections.ReviewsByLive, EqualTo = id }, cancellationToken))
        {
            if (review.Score is >= 1 and <= Ratings)
            {
                ratings[review.Score - 1]++;
            }
        }

        return new LiveView(live, speaker?.Name, score, observations, ratings);
    }
}
