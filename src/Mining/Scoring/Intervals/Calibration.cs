using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>Scores lives as they were with fewer reviews, and says how far each score lay from the mean that the live ended with.</summary>
internal static class Calibration
{
    /// <summary>Makes up to four rows a live, one for each band of evidence.</summary>
    /// <param name="lives">Lives with <see cref="EvidenceBands.ManyFrom"/> or more reviews each.</param>
    /// <param name="prior">How prediction and reviews are weighed.</param>
    /// <param name="chance">Sets which reviews are left.</param>
    /// <exception cref="ArgumentException">A live has fewer reviews.</exception>
    public static IReadOnlyList<CalibrationRow> Rows(IReadOnlyList<ReviewedLive> lives, PriorAndEvidence prior, Random chance)
    {
        if (lives.Any(live => live.Final.Count < EvidenceBands.ManyFrom))
        {
            throw new ArgumentException($"a live has fewer than {EvidenceBands.ManyFrom} reviews", nameof(lives));
        }

        var thinning = new Thinning(prior.RatingShare, chance);
        return [.. lives.SelectMany(live => thinning.Earlier(live.Final).Select(evidence =>
        {
            var score = prior.Weigh(live.Predicted, evidence);
            return new CalibrationRow(live.Speaker, EvidenceBands.Of(evidence), live.Slices, Math.Abs(live.Final.Mean - score.Mean) / score.Deviation);
        }))];
    }
}
