namespace LiveQuality.Mining.Models;

/// <summary>Numbers with a shape, in managed memory.</summary>
internal sealed class WeightTensor
{
    /// <param name="shape">Size of each dimension; none for a single number.</param>
    /// <param name="values">The numbers, last dimension fastest.</param>
    /// <exception cref="ArgumentException">The shape does not hold that many numbers.</exception>
    public WeightTensor(IReadOnlyList<long> shape, float[] values)
    {
        if (shape.Aggregate(1L, (product, size) => checked(product * size)) != values.Length)
        {
            throw new ArgumentException($"shape [{string.Join(", ", shape)}] does not hold {values.Length} numbers", nameof(values));
        }

        (Shape, Values) = (shape, values);
    }

    public IReadOnlyList<long> Shape { get; }

    public float[] Values { get; }
}
