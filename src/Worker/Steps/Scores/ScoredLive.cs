using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>A live and its score, as people read them: a line of every list.</summary>
/// <param name="LiveId">The live.</param>
/// <param name="Score">Best estimate of the mean rating it ends with, 1..5; null where it has no score yet.</param>
/// <param name="ModelId">The model that said so.</param>
/// <param name="Subject">Title; null where a table gave none.</param>
/// <param name="Speaker">Display name.</param>
/// <param name="ReviewCount">Reviews so far.</param>
/// <param name="ReviewScore">Their mean; null below five.</param>
/// <param name="Low">Lower end of the 90 % interval; null where the model gives none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Basis">Whether the model looked at what was known by now (warm) or before the start (cold).</param>
/// <param name="Predicted">What the model says without the live's reviews.</param>
/// <param name="EvidenceWeight">Share of the reviews in the score.</param>
/// <param name="Why">Why, in one sentence; null where the score was made without reasons.</param>
/// <param name="Reasons">Why, column by column; only of a live that was asked for by its id.</param>
/// <param name="SpeakerId">Key of the speaker.</param>
/// <param name="Tags">Topics.</param>
/// <param name="AmountFen">Price today, fen.</param>
/// <param name="StartsAt">When it starts, UTC.</param>
/// <param name="CreatedAt">When it was announced, UTC.</param>
/// <param name="SeatsTaken">Tickets sold.</param>
/// <param name="LikedNum">Likes.</param>
/// <param name="Status"><c>ended</c>, <c>public</c>, or whatever the site says next.</param>
/// <param name="ScoredAt">When this score was first computed, UTC.</param>
internal sealed record ScoredLive(
    string LiveId,
    double? Score,
    string? ModelId,
    string? Subject,
    string? Speaker,
    long? ReviewCount,
    double? ReviewScore,
    double? Low,
    double? High,
    string? Basis,
    double? Predicted,
    double? EvidenceWeight,
    string? Why,
    ScoreReasons? Reasons,
    string? SpeakerId,
    IReadOnlyList<Tag>? Tags,
    long? AmountFen,
    DateTimeOffset? StartsAt,
    DateTimeOffset? CreatedAt,
    long? SeatsTaken,
    long? LikedNum,
    string? Status,
    DateTimeOffset? ScoredAt)
{
    /// <param name="row">The live.</param>
    /// <param name="reasons">Where they were asked for.</param>
    public static ScoredLive Of(BoardRow row, ScoreReasons? reasons = null) => new(
        row.Id,
        row.Score?.Value,
        row.Score?.ModelId,
        row.Subject,
        row.Speaker?.Name,
        row.ReviewCount,
        row.ReviewScore,
        row.Score?.Low,
        row.Score?.High,
        row.Score?.Basis,
        row.Score?.Predicted,
        row.Score?.EvidenceWeight,
        row.Score?.Sentence,
        reasons,
        row.Speaker?.Id,
        row.Tags,
        row.AmountFen,
        row.StartsAt,
        row.CreatedAt,
        row.SeatsTaken,
        row.LikedNum,
        row.Status,
        row.Score?.ScoredAt);
}
