namespace LiveQuality.Mining.Models;

/// <summary>A predictor that a store can keep: it is made of named tensors.</summary>
internal interface IStorablePredictor : IPredictor
{
    /// <summary>Everything that was learnt, by name: enough to build an equal predictor.</summary>
    IReadOnlyDictionary<string, WeightTensor> State { get; }
}
