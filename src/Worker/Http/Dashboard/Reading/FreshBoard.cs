using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Dashboard.Reading;

/// <summary>The board, at most as old as nobody minds.</summary>
internal sealed class FreshBoard(ScoreBoardReader reader, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly Kept<ScoreBoard> _board = new(time, Age, reader.LoadAsync);

    public Task<ScoreBoard> GetAsync(CancellationToken cancellationToken) => _board.GetAsync(cancellationToken);

    public void Dispose() => _board.Dispose();
}
