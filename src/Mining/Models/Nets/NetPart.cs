namespace LiveQuality.Mining.Models.Nets;

/// <summary>A named tensor inside the flat list of a network's weights.</summary>
/// <param name="Name">As PyTorch would name it, for example <c>branch1.narrow.weight</c>.</param>
/// <param name="Shape">Size of each dimension.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Inputs">How many inputs a unit of its layer has; sets the range of the first weights.</param>
internal sealed record NetPart(string Name, IReadOnlyList<long> Shape, int Start, int Inputs)
{
    /// <summary>How many numbers it has.</summary>
    public int Length { get; } = (int)Shape.Aggregate(1L, (product, size) => product * size);
}
