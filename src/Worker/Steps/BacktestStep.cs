using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps;

/// <summary>Scores the lives of an older table as of then and compares with a newer one. Touches no store.</summary>
internal sealed class BacktestStep(Backtest backtest, IProgressView view)
{
    /// <param name="then">The older edition of the study's table.</param>
    /// <param name="later">The newer one.</param>
    /// <param name="cancellationToken">Stops within one batch.</param>
    public Task<BacktestReport> RunAsync(string then, string later, CancellationToken cancellationToken) =>
        // On a thread of its own: training is all computing, and the bar must move.
        view.ShowAsync("backtest", bar => Task.Run(() => backtest.Run(then, later, new FitBar(bar), cancellationToken), cancellationToken));
}
