using System.Numerics.Tensors;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// x = W' φ / ‖φ‖: features of a face to an embedding in which distance means another person (Parkhi et al., "Deep Face Recognition", 2015, section 4.4;
/// TransFBP).
/// </summary>
/// <param name="weights">W', [width, inputs].</param>
internal sealed class TripletProjection(WeightTensor weights)
{
    private readonly int _inputs = (int)weights.Shape[1];

    /// <summary>W', [width, inputs].</summary>
    public WeightTensor Weights => weights;

    /// <summary>Projects one face.</summary>
    /// <param name="features">φ, of any length but 0.</param>
    /// <returns>x, as wide as the rows of W' are many.</returns>
    public float[] Project(ReadOnlySpan<float> features)
    {
        var unit = Unit(features);
        if (unit.Length != _inputs)
        {
            throw new ArgumentException($"{unit.Length} features where the projection has {_inputs}", nameof(features));
        }

        var embedding = new float[weights.Shape[0]];
        for (var row = 0; row < embedding.Length; row++)
        {
            embedding[row] = TensorPrimitives.Dot<float>(weights.Values.AsSpan(row * _inputs, _inputs), unit);
        }

        return embedding;
    }

    /// <summary>φ / ‖φ‖.</summary>
    internal static float[] Unit(ReadOnlySpan<float> features)
    {
        var unit = new float[features.Length];
        var length = TensorPrimitives.Norm(features);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new ArgumentException($"features of length {length} have no direction", nameof(features));
        }

        TensorPrimitives.Divide(features, length, unit);
        return unit;
    }
}
