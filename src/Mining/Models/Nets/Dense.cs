using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>A fully connected layer that takes its chance from a generator; TorchSharp's Linear draws from the one that all threads share.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class Dense : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly int _inputs;

    /// <param name="inputs">Width of the rows that come in.</param>
    /// <param name="outputs">Width of the rows that go out.</param>
    public Dense(int inputs, int outputs)
        : base(nameof(Dense))
    {
        _inputs = inputs;
        _weight = new Parameter(torch.zeros(outputs, inputs));
        _bias = new Parameter(torch.zeros(outputs));
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <summary>Draws weights and biases from U(-1/√inputs, 1/√inputs), which is what PyTorch's Linear starts from.</summary>
    public void Initialise(Generator chance)
    {
        using var fixedForNow = torch.no_grad();
        var bound = 1 / Math.Sqrt(_inputs);
        // Not nn.init.uniform_: TorchSharp 0.107 takes a generator there and does not use it.
        _weight.uniform_(-bound, bound, chance);
        _bias.uniform_(-bound, bound, chance);
    }

    /// <returns>[rows, outputs].</returns>
    public override Tensor forward(Tensor rows) => nn.functional.linear(rows, _weight, _bias); // [rows, inputs]
}
