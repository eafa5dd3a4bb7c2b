using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>Dropout (Srivastava et al., 2014) from a generator of one's own; nn.Dropout draws from the one that all threads share.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "The generator is the caller's.")]
internal sealed class SeededDropout : nn.Module<Tensor, Tensor>
{
    private readonly double _kept;
    private readonly Generator _chance;

    /// <param name="dropped">Share of the values that become 0 in training, 0 or more and below 1.</param>
    /// <param name="chance">Says which; stays the caller's, who keeps it as long as the net trains.</param>
    public SeededDropout(double dropped, Generator chance)
        : base(nameof(SeededDropout)) => (_kept, _chance) = (1 - dropped, chance);

    /// <returns>As many values; in training those that stay are enlarged, so that their mean stays.</returns>
    public override Tensor forward(Tensor values)
    {
        if (!training)
        {
            return values.alias();
        }

        using var scope = torch.NewDisposeScope();
        using Scalar kept = _kept;
        return values.mul(torch.empty_like(values).bernoulli_(_kept, _chance).div_(kept)).MoveToOuterDisposeScope();
    }
}
