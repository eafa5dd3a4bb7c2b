using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// log cosh(e) where |e| is below δ = .6, |e| elsewhere; a mean over the rows (Xu et al., HMT-Net, 2019).
/// </summary>
/// <remarks>
/// As published it is not continuous: at |e| = .6 it jumps from log cosh(.6) = .1701 up to .6, and no gradient tells of that step. The authors' code puts the
/// mean of |e| over the batch where |e| of the row stands in the paper; here it is the row's own.
/// </remarks>
internal static class SmoothHuberLoss
{
    /// <summary>δ, in points of the score.</summary>
    public const double Delta = 0.6;

    private static readonly Scalar Edge = Delta;
    private static readonly Scalar LogTwo = Math.Log(2);

    /// <param name="predicted">[rows].</param>
    /// <param name="actual">[rows].</param>
    /// <returns>One number, [], 0 or more.</returns>
    public static Tensor Of(Tensor predicted, Tensor actual)
    {
        using var scope = torch.NewDisposeScope();
        var error = predicted.sub(actual);                                          // [rows]
        var size = error.abs();                                                     // [rows]
        // log cosh e = log(exp e + exp -e) - log 2; cosh itself would overflow and spoil the gradient of rows that do not take this part.
        var logCosh = torch.logaddexp(error, error.neg()).sub(LogTwo);              // [rows]
        return torch.where(size.lt(Edge), logCosh, size).mean().MoveToOuterDisposeScope();
    }
}
