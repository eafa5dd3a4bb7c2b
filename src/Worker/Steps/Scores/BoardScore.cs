using System.Text;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>A score without its reasons, in as few bytes as it takes: a hundred thousand of them are kept.</summary>
/// <param name="score">What the store holds.</param>
/// <param name="shared">Gives equal texts as one.</param>
internal sealed class BoardScore(Score score, SharedValues shared)
{
    // NaN is no score: 8 bytes less a number than a nullable one.
    private readonly double _low = score.Low ?? double.NaN;
    private readonly double _high = score.High ?? double.NaN;
    private readonly double _predicted = score.Predicted ?? double.NaN;
    private readonly double _evidenceWeight = score.EvidenceWeight ?? double.NaN;

    private readonly long _scoredAt = score.ScoredAt.UtcTicks;

    // The longest text of a row, and mostly ASCII: half of what a string takes.
    private readonly byte[]? _sentence = score.Reasons is { } reasons ? Encoding.UTF8.GetBytes(reasons.Sentence) : null;

    /// <inheritdoc cref="Score.Value"/>
    public double Value { get; } = score.Value;

    /// <inheritdoc cref="Score.Low"/>
    public double? Low => Number(_low);

    /// <inheritdoc cref="Score.High"/>
    public double? High => Number(_high);

    /// <inheritdoc cref="Score.Basis"/>
    public string? Basis { get; } = shared.Text(score.Basis);

    /// <inheritdoc cref="Score.Predicted"/>
    public double? Predicted => Number(_predicted);

    /// <inheritdoc cref="Score.EvidenceWeight"/>
    public double? EvidenceWeight => Number(_evidenceWeight);

    /// <inheritdoc cref="Score.ModelId"/>
    public string ModelId { get; } = shared.Text(score.ModelId)!;

    /// <inheritdoc cref="Score.ScoredAt"/>
    public DateTimeOffset ScoredAt => new(_scoredAt, TimeSpan.Zero);

    /// <summary>Why, in one sentence; null where the score was made without reasons.</summary>
    public string? Sentence => _sentence is null ? null : Encoding.UTF8.GetString(_sentence);

    private static double? Number(double value) => double.IsNaN(value) ? null : value;
}
