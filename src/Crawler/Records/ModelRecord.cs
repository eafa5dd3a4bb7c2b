namespace LiveQuality.Crawler.Records;

/// <summary>A trained model: data only, nothing in it is ever executed.</summary>
public sealed record ModelRecord : IRecord
{
    /// <summary>Kind, a hyphen, and 12 hex digits of the SHA-256 over manifest and weights: the same training gives the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the regressor, for example <c>mtb-dnn-2019</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it was first trained, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Version of the program that trained it; null where it did not say.</summary>
    public string? CodeVersion { get; init; }

    /// <summary>When it last became champion, UTC; null where it never did. The champion is the model where this is latest.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    /// <summary>Why it was promoted or not, one sentence; null where nobody has compared it.</summary>
    public string? Verdict { get; init; }

    /// <summary>JSON: features, fitted transforms, options, seed, data hash, metrics.</summary>
    public required string Manifest { get; init; }

    /// <summary>Tensors in safetensors format.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>SHA-256 of <see cref="Weights"/>, 64 hex digits.</summary>
    public required string WeightsSha256 { get; init; }
}
