namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>One live, scored then, and what came.</summary>
/// <param name="Id">Id of the live.</param>
/// <param name="Band">How much evidence there was then, one of <see cref="Intervals.EvidenceBands"/>.</param>
/// <param name="Shown">The mean that was shown then, 1..5; null where none was.</param>
/// <param name="Prior">The model without reviews, 1..5.</param>
/// <param name="Posterior">The score, 1..5.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end of its interval.</param>
/// <param name="Truth">The mean that came, 1..5.</param>
internal sealed record BacktestLive(string Id, string Band, double? Shown, double Prior, double Posterior, double Low, double High, double Truth)
{
    /// <summary>Whether the interval holds what came.</summary>
    public bool IsCovered => Truth >= Low && Truth <= High;
}
