using System.Text.Json.Serialization;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Scoring.Intervals;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>One of the two kinds of lives that a backtest looks at: the figures over all of them, and over parts.</summary>
/// <param name="N">See <see cref="BacktestFigures"/>.</param>
/// <param name="NShown">See there.</param>
/// <param name="Shown">See there: over fewer lives than the two that follow.</param>
/// <param name="Prior">See there.</param>
/// <param name="Posterior">See there.</param>
/// <param name="Coverage90">See there.</param>
/// <param name="WhereShown">Over those whose mean was shown then: all figures are of the same lives.</param>
/// <param name="Bands">By reviews then: <c>none</c> (0 to 4, or a mean that is not shown), <c>5-9</c>, <c>10-17</c>; within each, all figures are of the same lives.</param>
public sealed record BacktestGroup(
    int N,
    int NShown,
    Errors? Shown,
    Errors? Prior,
    Errors? Posterior,
    double? Coverage90,
    [property: JsonPropertyOrder(1)] BacktestFigures WhereShown,
    [property: JsonPropertyOrder(2)] IReadOnlyDictionary<string, BacktestFigures> Bands)
    : BacktestFigures(N, NShown, Shown, Prior, Posterior, Coverage90)
{
    private static readonly string[] Names = [EvidenceBands.None, EvidenceBands.Few, EvidenceBands.Some];

    internal static new BacktestGroup Of(IReadOnlyList<BacktestLive> lives)
    {
        var all = BacktestFigures.Of(lives);
        return new BacktestGroup(
            all.N,
            all.NShown,
            all.Shown,
            all.Prior,
            all.Posterior,
            all.Coverage90,
            BacktestFigures.Of([.. lives.Where(live => live.Shown is not null)]),
            new OrderedDictionary<string, BacktestFigures>(Names.Select(name => KeyValuePair.Create(name, BacktestFigures.Of([.. lives.Where(live => live.Band == name)])))));
    }
}
