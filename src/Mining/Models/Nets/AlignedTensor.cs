using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// Tensors from numbers, in memory of libtorch's own. torch.tensor leaves them where the garbage collector put them, and MKL takes sums in another order where a matrix does not begin at a multiple of 64 bytes: the same product
/// had other last bits from one run to the next.
/// </summary>
internal static class AlignedTensor
{
    /// <summary>A copy of 32-bit floats.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="shape">Sizes, whose product is their count; none for a vector of all.</param>
    public static Tensor Of(float[] values, params long[] shape)
    {
        using var managed = torch.tensor(values, shape.Length > 0 ? shape : [values.Length]);
        return managed.clone();
    }

    /// <summary>A copy of 64-bit floats.</summary>
    /// <param name="values">Row after row.</param>
    /// <param name="shape">Sizes, whose product is their count; none for a vector of all.</param>
    public static Tensor Of(double[] values, params long[] shape)
    {
        using var managed = torch.tensor(values, shape.Length > 0 ? shape : [values.Length]);
        return managed.clone();
    }
}
