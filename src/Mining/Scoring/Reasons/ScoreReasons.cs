namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>
/// Why a live has its score: <c>score = Base + Σ Points</c>, to 1e-6. The columns' points are Shapley values of the model's prediction (<see cref="Explainer"/> says of which value function); they lead from the
/// base to the prediction. <see cref="ReviewsSoFar"/> leads from there to the score: all that reviews, and the bounds 1..5, change of the prediction.
/// </summary>
/// <param name="Base">What the model says of a typical live, see <see cref="Baseline"/>.</param>
/// <param name="Contributions">One a column and one for the reviews, the largest first, whatever its sign.</param>
/// <param name="Sentence">The same for people, in English.</param>
public sealed record ScoreReasons(double Base, IReadOnlyList<Contribution> Contributions, string Sentence)
{
    /// <summary>The name under which the reviews seen so far contribute; their value is their number.</summary>
    public const string ReviewsSoFar = "reviews_so_far";
}
