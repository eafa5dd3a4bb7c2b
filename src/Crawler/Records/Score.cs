namespace LiveQuality.Crawler.Records;

/// <summary>How good a live is, as a model sees it.</summary>
public sealed record Score : IRecord
{
    /// <summary>Id of the live.</summary>
    public required string Id { get; init; }

    /// <summary>The model that said so.</summary>
    public required string ModelId { get; init; }

    /// <summary>Predicted mean rating, 1..5.</summary>
    public required double Value { get; init; }

    /// <summary>When this value was first computed, UTC.</summary>
    public required DateTimeOffset ScoredAt { get; init; }
}
