using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring.Intervals;
using LiveQuality.Mining.Scoring.Posterior;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Tests.Scoring.Backtesting;

/// <summary>
/// A table as it might have been some time earlier, since there is only one real edition: the lives that start in the first four fifths of its time, half of those with 18 to 59 reviews (which is how far
/// lives come between editions) with a part of their reviews, 0 to 17 of them, and as much less of what listeners do. What the speaker said while the live went on had been said by then.
/// </summary>
internal static class OlderEdition
{
    private const double Quantile = 0.8;
    private const double Thinned = 0.5;
    private const int FewReviews = 60;

    private static readonly string[] Listeners = ["seats_taken", "liked_num", "reply_message_count"];

    public static StudyTable Of(StudyTable table, int seed)
    {
        var cut = table.Rows.Select(row => row.StartsAt).Order().ElementAt((int)(Quantile * table.Rows.Count));
        var chance = new Random(seed);
        var thinning = new Thinning(RatingSpread.OfSite.Share, chance);
        return table with
        {
            Rows = [.. table.Rows.Where(row => row.StartsAt < cut).Select(row => TwoEditions.Count(row) is >= EvidenceBands.ManyFrom and < FewReviews && chance.NextDouble() < Thinned ? Thin(row, chance, thinning) : row)],
        };
    }

    private static StudyRow Thin(StudyRow row, Random chance, Thinning thinning)
    {
        var (all, kept) = ((long)TwoEditions.Count(row), chance.Next(EvidenceBands.ManyFrom));
        var share = (double)kept / all;
        return TwoEditions.Change(
            row,
            [
                .. Listeners.Select(column => (column, Math.Round(row.Features[StudyRow.IndexOf(column)] * share))),
                (StudyFeatures.ReviewCount, kept),
            ]) with
        { Score = kept >= EvidenceBands.ShownFrom ? thinning.Keep(new Evidence(row.Score, all), kept).Mean : 0 };
    }
}
