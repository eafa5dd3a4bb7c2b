namespace LiveQuality.Mining.Scoring.Posterior;

/// <summary>What is to be believed of a live after its model and its reviews have been heard.</summary>
/// <param name="Mean">The score: best estimate of what listeners give, 1..5.</param>
/// <param name="Variance">How far the mean of unlimited listeners may lie from it, squared; above 0.</param>
/// <param name="EvidenceWeight">Share of the reviews in the score, 0 (the model alone) to 1.</param>
internal readonly record struct PosteriorScore(double Mean, double Variance, double EvidenceWeight)
{
    /// <summary>Root of <see cref="Variance"/>: the unit that intervals are measured in.</summary>
    public double Deviation => Math.Sqrt(Variance);
}
