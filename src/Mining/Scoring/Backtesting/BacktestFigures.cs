using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>
/// How near to what came later three numbers were: the mean that the site showed then, the model without reviews, and the score of both. <paramref name="Shown"/> is over fewer lives than the other two
/// wherever <paramref name="NShown"/> is below <paramref name="N"/>, so it may be compared with them only in a band or in <see cref="BacktestGroup.WhereShown"/>, where all lives are the same.
/// </summary>
/// <param name="N">Lives.</param>
/// <param name="NShown">Those of them whose mean the site showed then: it hides that of 0 to 4 reviews.</param>
/// <param name="Shown">Errors of the shown mean, over <paramref name="NShown"/> lives; null where there are none.</param>
/// <param name="Prior">Errors of the model without the live's reviews, over all; null where there are none.</param>
/// <param name="Posterior">Errors of the score, over all; null where there are none.</param>
/// <param name="Coverage90">Share of the 90 % intervals around the scores that hold what came, over all; null where there are none.</param>
public record BacktestFigures(int N, int NShown, Errors? Shown, Errors? Prior, Errors? Posterior, double? Coverage90)
{
    internal static BacktestFigures Of(IReadOnlyList<BacktestLive> lives)
    {
        BacktestLive[] shown = [.. lives.Where(live => live.Shown is not null)];
        return new(
            lives.Count,
            shown.Length,
            Compare(shown, live => live.Shown!.Value),
            Compare(lives, live => live.Prior),
            Compare(lives, live => live.Posterior),
            lives.Count == 0 ? null : (double)lives.Count(live => live.IsCovered) / lives.Count);
    }

    private static Errors? Compare(IReadOnlyList<BacktestLive> lives, Func<BacktestLive, double> said) =>
        lives.Count == 0 ? null : Errors.Of([.. lives.Select(said)], [.. lives.Select(live => live.Truth)]);
}
