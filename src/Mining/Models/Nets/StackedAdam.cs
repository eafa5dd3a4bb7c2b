using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// <see cref="Adam"/> for networks side by side, whose weights are one tensor: the same arithmetic, but each net counts its own steps, since one may have
/// started later than another. Every Scalar is held, for the reason told there.
/// </summary>
/// <param name="weights">What to train, [nets, numbers]; stays the caller's.</param>
/// <param name="means">Running mean of each gradient, [nets, numbers]; stays the caller's.</param>
/// <param name="squares">Running mean of each squared gradient, [nets, numbers]; stays the caller's.</param>
/// <param name="rates">What depends on the number of steps.</param>
/// <param name="weightDecay">Share of each weight that is added to its gradient, 0 or more.</param>
internal sealed class StackedAdam(Tensor weights, Tensor means, Tensor squares, AdamRates rates, double weightDecay) : IDisposable
{
    private readonly Scalar _decay = weightDecay;
    private readonly Scalar _beta1 = Adam.Beta1;
    private readonly Scalar _beta2 = Adam.Beta2;
    private readonly Scalar _rest1 = 1 - Adam.Beta1;
    private readonly Scalar _rest2 = 1 - Adam.Beta2;
    private readonly Scalar _epsilon = Adam.Epsilon;

    /// <summary>Moves the weights of the first nets.</summary>
    /// <param name="step">Steps since the rates were made, from 0.</param>
    /// <param name="gradient">[nets that move, numbers]; is used up.</param>
    public void Step(int step, Tensor gradient)
    {
        var nets = gradient.shape[0];
        var (weight, mean, square) = (weights.narrow(0, 0, nets), means.narrow(0, 0, nets), squares.narrow(0, 0, nets));
        gradient.add_(weight, _decay);
        mean.mul_(_beta1).add_(gradient, _rest1);
        square.mul_(_beta2).addcmul_(gradient, gradient, _rest2);
        var spread = square.sqrt().div_(rates.Corrections.select(0, step).narrow(0, 0, nets)).add_(_epsilon, Adam.One);
        weight.addcdiv_(mean.mul(rates.Sizes.select(0, step).narrow(0, 0, nets)), spread, Adam.One);
    }

    public void Dispose()
    {
        _decay.Dispose();
        _beta1.Dispose();
        _beta2.Dispose();
        _rest1.Dispose();
        _rest2.Dispose();
        _epsilon.Dispose();
    }
}
