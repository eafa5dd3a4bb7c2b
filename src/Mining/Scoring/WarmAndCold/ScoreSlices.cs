using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>The groups that lives belong to, read from a table of lives.</summary>
internal static class ScoreSlices
{
    private static readonly int Tag = StudyFeatures.IndexOf(StudyFeatures.Tag);
    private static readonly int Amount = StudyFeatures.IndexOf("amount");
    private static readonly int Reviews = StudyFeatures.IndexOf(StudyFeatures.ReviewCount);

    /// <summary>The groups of some lives.</summary>
    /// <param name="lives">All lives.</param>
    /// <param name="rows">The rows wanted.</param>
    /// <returns>One list a row, see <see cref="LiveSlices"/>.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(RichTable lives, IReadOnlyList<int> rows)
    {
        var firsts = lives.Lives.Where(live => live.StartsAt is not null).GroupBy(live => live.Speaker, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => own.Min(live => live.StartsAt!.Value), StringComparer.Ordinal);
        return [.. rows.Select(row =>
        {
            var live = lives.Lives[row];
            var hasEarlier = live.StartsAt is { } start && firsts[live.Speaker] < start;
            return LiveSlices.Of(double.IsNaN(live.Study[Tag]) ? 0 : (long)live.Study[Tag], live.Study[Amount], hasEarlier ? 1 : 0);
        })];
    }

    /// <summary>How many reviews a live has, 0 where unknown.</summary>
    public static long ReviewCount(RichLive live) => double.IsNaN(live.Study[Reviews]) ? 0 : Math.Max(0, (long)live.Study[Reviews]);

    /// <summary>What reviews say of a live.</summary>
    public static Evidence Evidence(RichLive live) => Posterior.Evidence.Of(live.Score, ReviewCount(live));
}
