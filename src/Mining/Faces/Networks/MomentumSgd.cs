using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// Stochastic gradient descent with momentum and weight decay as PyTorch's <c>torch.optim.SGD</c> does it: g' = g + λw, v = μv + g', w = w - ηv. The defaults
/// are CRNet's. By hand for the reason that <see cref="Models.Nets.Adam"/> is.
/// </summary>
internal sealed class MomentumSgd : IDisposable
{
    private readonly (Tensor Weights, Tensor Velocity)[] _parameters;
    private readonly Scalar _step;
    private readonly Scalar _momentum;
    private readonly Scalar _decay;

    /// <param name="weights">What to train; stays the caller's.</param>
    /// <param name="learningRate">η, above 0.</param>
    /// <param name="momentum">μ, 0 to 1.</param>
    /// <param name="weightDecay">λ, 0 or more.</param>
    public MomentumSgd(IEnumerable<Tensor> weights, double learningRate = 0.001, double momentum = 0.9, double weightDecay = 1e-4)
    {
        _step = -learningRate;
        _momentum = momentum;
        _decay = weightDecay;
        // Detached: they live from step to step, longer than the dispose scope of any batch.
        _parameters = [.. weights.Select(w => (w, torch.zeros_like(w).DetachFromDisposeScope()))];
    }

    /// <summary>Forgets the gradients of the last step.</summary>
    public void ZeroGradients()
    {
        foreach (var (weights, _) in _parameters)
        {
            weights.grad?.zero_();
        }
    }

    /// <summary>Moves the weights by their gradients; what has none stays.</summary>
    public void Step()
    {
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var (weights, velocity) in _parameters)
        {
            if (weights.grad is { } gradient)
            {
                velocity.mul_(_momentum).add_(gradient, Held.One).add_(weights, _decay);
                weights.add_(velocity, _step);
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, velocity) in _parameters)
        {
            velocity.Dispose();
        }

        _step.Dispose();
        _momentum.Dispose();
        _decay.Dispose();
    }
}
