using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// Adam with weight decay as a part of the gradient (Kingma and Ba, "Adam: A Method for Stochastic Optimization", algorithm 1; PyTorch's
/// <c>torch.optim.Adam</c>) or apart from it (Loshchilov and Hutter, "Decoupled Weight Decay Regularization"; <c>torch.optim.AdamW</c>): β1 0.9, β2 0.999, ε 1e-8.
/// </summary>
/// <remarks>
/// By hand because TorchSharp 0.107's own one hands numbers to libtorch as <see cref="Scalar"/>s that nobody holds: the garbage collector may free one
/// while libtorch reads it, and a training dies now and then with "Unknown scalar type". Here every Scalar is held until its call is over,
/// also the 1 that <c>add_</c> makes for itself when nobody gives it a factor.
/// </remarks>
internal sealed class Adam : IDisposable
{
    internal const double Beta1 = 0.9;
    internal const double Beta2 = 0.999;
    internal const double Epsilon = 1e-8;

    /// <summary>The factor of a plain sum, held for ever.</summary>
    internal static readonly Scalar One = 1;

    private readonly (Tensor Weights, Tensor Mean, Tensor Square)[] _parameters;
    private readonly Scalar _decay;
    private readonly bool _decoupled;
    private readonly Scalar _beta1 = Beta1;
    private readonly Scalar _beta2 = Beta2;
    private readonly Scalar _rest1 = 1 - Beta1;
    private readonly Scalar _rest2 = 1 - Beta2;
    private readonly Scalar _epsilon = Epsilon;
    private int _steps;

    /// <param name="weights">What to train; stays the caller's.</param>
    /// <param name="learningRate">Step size, above 0.</param>
    /// <param name="weightDecay">Share of each weight that is added to its gradient, 0 or more.</param>
    /// <param name="decoupled">Whether that share, times the step size, is taken off the weight itself instead (AdamW).</param>
    public Adam(IEnumerable<Tensor> weights, double learningRate, double weightDecay, bool decoupled = false)
    {
        _decoupled = decoupled;
        LearningRate = learningRate;
        _decay = weightDecay;
        // Detached: they live from step to step, longer than the dispose scope of any batch.
        _parameters = [.. weights.Select(w => (w, torch.zeros_like(w).DetachFromDisposeScope(), torch.zeros_like(w).DetachFromDisposeScope()))];
    }

    /// <summary>Step size, above 0; a schedule may change it between steps.</summary>
    public double LearningRate { get; set; }

    /// <summary>Forgets the gradients of the last step.</summary>
    public void ZeroGradients()
    {
        foreach (var (weights, _, _) in _parameters)
        {
            weights.grad?.zero_();
        }
    }

    /// <summary>Moves the weights by their gradients.</summary>
    public void Step()
    {
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        _steps++;
        using Scalar size = -LearningRate / (1 - Math.Pow(Beta1, _steps));
        using Scalar correction = Math.Sqrt(1 - Math.Pow(Beta2, _steps));
        using Scalar shrunk = 1 - (LearningRate * _decay.ToDouble());
        foreach (var (weights, mean, square) in _parameters)
        {
            var gradient = _decoupled ? weights.grad! : weights.grad!.add(weights, _decay);
            if (_decoupled)
            {
                weights.mul_(shrunk);
            }

            mean.mul_(_beta1).add_(gradient, _rest1);
            square.mul_(_beta2).addcmul_(gradient, gradient, _rest2);
            weights.addcdiv_(mean, square.sqrt().div_(correction).add_(_epsilon, One), size);
        }
    }

    /// <summary>How often <see cref="Step"/> was called, and the moving means of the gradients and of their squares, two tensors for each of the weights: what another Adam needs to go on from here.</summary>
    public (int Steps, IReadOnlyList<Tensor> Moments) State
    {
        get => (_steps, [.. _parameters.SelectMany(parameter => new[] { parameter.Mean, parameter.Square })]);
        set
        {
            using var fixedForNow = torch.no_grad();
            _steps = value.Steps;
            foreach (var (mine, saved) in State.Moments.Zip(value.Moments))
            {
                mine.copy_(saved);
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, mean, square) in _parameters)
        {
            mean.Dispose();
            square.Dispose();
        }

        _decay.Dispose();
        _beta1.Dispose();
        _beta2.Dispose();
        _rest1.Dispose();
        _rest2.Dispose();
        _epsilon.Dispose();
    }
}
