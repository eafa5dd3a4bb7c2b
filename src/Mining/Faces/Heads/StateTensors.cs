using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Between a head's numbers and the named tensors that a store keeps.</summary>
internal static class StateTensors
{
    /// <summary>A vector, rounded to 32-bit floats.</summary>
    public static WeightTensor Of(double[] values) => new([values.Length], Array.ConvertAll(values, value => (float)value));

    /// <summary>The tensor of that name and shape.</summary>
    /// <exception cref="ModelFormatException">It is missing or has another shape.</exception>
    public static WeightTensor Tensor(this IReadOnlyDictionary<string, WeightTensor> state, string name, params long[] shape)
    {
        if (!state.TryGetValue(name, out var tensor))
        {
            throw new ModelFormatException($"weights: {name} is missing");
        }

        return tensor.Shape.SequenceEqual(shape)
            ? tensor
            : throw new ModelFormatException($"weights: {name} is [{string.Join(", ", tensor.Shape)}] instead of [{string.Join(", ", shape)}]");
    }

    /// <summary>The vector of that name, of whatever length or of the given one.</summary>
    /// <exception cref="ModelFormatException">It is missing or has another shape.</exception>
    public static double[] Numbers(this IReadOnlyDictionary<string, WeightTensor> state, string name, long? length = null)
    {
        var wanted = length ?? (state.TryGetValue(name, out var tensor) ? tensor.Values.Length : 0);
        return Array.ConvertAll(state.Tensor(name, wanted).Values, value => (double)value);
    }

    /// <summary>The square matrix of that name, of whatever size.</summary>
    /// <exception cref="ModelFormatException">It is missing or not square.</exception>
    public static WeightTensor Square(this IReadOnlyDictionary<string, WeightTensor> state, string name)
    {
        var size = state.TryGetValue(name, out var tensor) && tensor.Shape.Count > 0 ? tensor.Shape[0] : 0;
        return state.Tensor(name, size, size);
    }

    /// <summary>The single number of that name.</summary>
    /// <exception cref="ModelFormatException">It is missing or is not single.</exception>
    public static double Number(this IReadOnlyDictionary<string, WeightTensor> state, string name) => state.Tensor(name, 1).Values[0];
}
