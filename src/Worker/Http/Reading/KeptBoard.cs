using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>A board that was read, and what every first page shows of it.</summary>
/// <param name="board">The board.</param>
/// <param name="readAt">When, UTC.</param>
internal sealed class KeptBoard(ScoreBoard board, DateTimeOffset readAt)
{
    private const int NewestLives = 8;
    private const int MostTags = 40;

    /// <summary>The board.</summary>
    public ScoreBoard Board => board;

    /// <summary>When it was read, UTC.</summary>
    public DateTimeOffset ReadAt => readAt;

    /// <summary>Lives that have a score.</summary>
    public int Scored { get; } = board.Rows.Count(row => row.Score is not null);

    /// <summary>The lives that were announced last.</summary>
    public IReadOnlyList<ScoredLive> Newest { get; } =
        [.. board.Rows.Where(row => row.CreatedAt is not null).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id, StringComparer.Ordinal).Take(NewestLives).Select(row => ScoredLive.Of(row))];

    /// <summary>Names of the tags that most lives have.</summary>
    public IReadOnlyList<string> Tags { get; } =
        [.. board.Rows.SelectMany(row => row.Tags ?? []).GroupBy(tag => tag.Name, StringComparer.Ordinal).OrderByDescending(tag => tag.Count()).ThenBy(tag => tag.Key, StringComparer.Ordinal).Take(MostTags).Select(tag => tag.Key)];
}
