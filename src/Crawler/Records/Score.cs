namespace LiveQuality.Crawler.Records;

/// <summary>How good a live is, as a model sees it.</summary>
public sealed record Score : IRecord
{
    /// <summary>Id of the live.</summary>
    public required string Id { get; init; }

    /// <summary>The model that said so.</summary>
    public required string ModelId { get; init; }

    /// <summary>Best estimate of the mean rating that the live ends with, 1..5.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of the 90 % interval, 1..5; null where the model gives none.</summary>
    public double? Low { get; init; }

    /// <summary>Its upper end.</summary>
    public double? High { get; init; }

    /// <summary>One of <see cref="ScoreBases"/>; null where the model makes no difference.</summary>
    public string? Basis { get; init; }

    /// <summary>What the model says without the live's reviews, 1..5; null where that is the score.</summary>
    public double? Predicted { get; init; }

    /// <summary>Share of the live's own reviews in the score, 0..1; null where they have none.</summary>
    public double? EvidenceWeight { get; init; }

    /// <summary>Why; null where nobody asked, or the model cannot say.</summary>
    public ScoreReasons? Reasons { get; init; }

    /// <summary>When this value was first computed, UTC.</summary>
    public required DateTimeOffset ScoredAt { get; init; }
}
