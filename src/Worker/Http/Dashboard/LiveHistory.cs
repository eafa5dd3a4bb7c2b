using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Http.Dashboard.Charts;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>From what changed in a live to a line over time.</summary>
internal static class LiveHistory
{
    /// <summary>What a number of a live was over time: the old value of its first change, held until it, and each new one.</summary>
    /// <param name="observations">In the order of time.</param>
    /// <param name="field">Name as stored.</param>
    /// <param name="now">What it is.</param>
    /// <param name="seen">When that was seen.</param>
    public static IReadOnlyList<Moment> Of(IReadOnlyList<Observation> observations, string field, double? now, DateTimeOffset seen)
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
