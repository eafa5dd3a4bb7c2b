using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models;

/// <summary>
/// Tensors in libtorch's own memory. <c>torch.tensor</c> pins the managed array where it happens to lie, and libtorch's kernels sum in another order where an array begins 8 bytes past a multiple of 16: the same numbers would
/// give other bits from call to call.
/// </summary>
internal static class AlignedTensor
{
    /// <returns>A tensor of that shape, 32-bit floats.</returns>
    public static Tensor Of(float[] values, params ReadOnlySpan<long> shape)
    {
        using var pinned = torch.tensor(values, shape);
        return pinned.clone();
    }

    /// <returns>A tensor of that shape, 64-bit floats.</returns>
    public static Tensor Of(double[] values, params ReadOnlySpan<long> shape)
    {
        using var pinned = torch.tensor(values, shape);
        return pinned.clone();
    }
}
