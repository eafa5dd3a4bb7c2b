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

    /// <summary>JSON: features, fitted transforms, options, seed, data hash, metrics.</summary>
    public required string Manifest { get; init; }

    /// <summary>Tensors in safetensors format.</summary>
    public required byte[] Weights { get; init; }

    /// <summary>SHA-256 of <see cref="Weights"/>, 64 hex digits.</summary>
    public required string WeightsSha256 { get; init; }
}
