using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// One head of CRNet: 512-256-64-outputs with ReLU and a dropout of .5 behind the hidden layers (Xu et al., "CRNet: Classification and Regression Neural
/// Network for Facial Beauty Prediction", 2018, and the authors' code).
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it; the generator is the caller's.")]
internal sealed class CrNetHead : nn.Module<Tensor, Tensor>
{
    private const double Keep = 0.5;

    private readonly Linear _fc1 = nn.Linear(ResNet18.Width, 256);
    private readonly Linear _fc2 = nn.Linear(256, 64);
    private readonly Linear _fc3;
    private readonly Generator _chance;

    /// <param name="outputs">1 score, or so many classes.</param>
    /// <param name="chance">Says what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public CrNetHead(int outputs, Generator chance)
        : base(nameof(CrNetHead))
    {
        _fc3 = nn.Linear(64, outputs);
        _chance = chance;
        register_module("fc1", _fc1);
        register_module("fc2", _fc2);
        register_module("fc3", _fc3);
    }

    /// <summary>What the last layer adds before anything is learned.</summary>
    public void BeginAt(double value)
    {
        using var fixedForNow = torch.no_grad();
        using Scalar held = value;
        _fc3.bias!.fill_(held);
    }

    /// <returns>[rows, outputs].</returns>
    public override Tensor forward(Tensor features) // [rows, 512]
    {
        using var scope = torch.NewDisposeScope();
        var first = Drop(nn.functional.relu(_fc1.call(features)));          // [rows, 256]
        var second = Drop(nn.functional.relu(_fc2.call(first)));            // [rows, 64]
        return _fc3.call(second).MoveToOuterDisposeScope();                 // [rows, outputs]
    }

    // Not nn.Dropout, which draws from the generator that all threads share. What stays is doubled, so that the mean stays.
    private Tensor Drop(Tensor values) =>
        training ? values.mul(torch.empty_like(values).bernoulli_(Keep, _chance)).mul(Held.Two) : values;
}
