using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Http.Dashboard.Charts;

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

    /// <summary>What a number of a live was over time: the old value of its first change, held until it, and each new one.</summary>
    /// <param name="observations">In the order of time.</param>
    /// <param name="field">Name as stored.</param>
    /// <param name="now">What it is.</param>
    /// <param name="seen">When that was seen.</param>
    public static IReadOnlyList<Moment> History(IReadOnlyList<Observation> observations, string field, double? now, DateTimeOffset seen)
    {
        var moments = new List<Moment>();
        foreach (var observation in observations)
        {
            if (observation.Changes.FirstOrDefault(change => change.Field == field) is not { } change)
            {
                continue;
            }

            if (moments.Count == 0 && Number(change.Old) is { } old && observations[0].ObservedAt < observation.ObservedAt)
            {
                moments.Add(new Moment(observations[0].ObservedAt, old));
            }

            if (Number(change.New) is { } value)
            {
                moments.Add(new Moment(observation.ObservedAt, value));
            }
        }

        if (moments.Count > 0 && now is { } last && seen > moments[^1].At)
        {
            moments.Add(new Moment(seen, last));
        }

        return moments;
    }

    private static double? Number(string? json) => double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
