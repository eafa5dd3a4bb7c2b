using LiveQuality.Mining.Features;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models;

/// <summary>The way from plain numbers into torch.</summary>
internal static class MatrixTensors
{
    /// <returns>[rows, columns], 32-bit floats.</returns>
    public static Tensor ToTensor(this Matrix matrix) =>
        AlignedTensor.Of(Array.ConvertAll(matrix.Values.ToArray(), value => (float)value), matrix.Rows, matrix.Columns);
}
