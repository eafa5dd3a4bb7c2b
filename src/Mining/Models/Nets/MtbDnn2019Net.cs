using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// The network of the study as published: inputs-16-8-8 shared with ReLU, three branches 8-4-1, 8-3-1 and 8-5-1, and their mean
/// ("Data-driven Approach for Quality Evaluation on Knowledge Sharing Platform", figure 2).
/// </summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class MtbDnn2019Net : nn.Module<Tensor, Tensor>
{
    private readonly Dense[] _shared;
    private readonly Branch[] _branches;

    /// <param name="inputs">Number of features; 15 or 23 as published.</param>
    public MtbDnn2019Net(int inputs)
        : base(nameof(MtbDnn2019Net))
    {
        _shared = [new Dense(inputs, 16), new Dense(16, 8), new Dense(8, 8)];
        _branches = [new Branch(8, 4), new Branch(8, 3), new Branch(8, 5)];
        for (var layer = 0; layer < _shared.Length; layer++)
        {
            register_module($"shared{layer + 1}", _shared[layer]);
        }

        for (var branch = 0; branch < _branches.Length; branch++)
        {
            register_module($"branch{branch + 1}", _branches[branch]);
        }
    }

    /// <summary>Draws new weights for all layers.</summary>
    public void Initialise(Generator chance)
    {
        foreach (var layer in modules().OfType<Dense>())
        {
            layer.Initialise(chance);
        }
    }

    /// <returns>Scores, [rows, 1].</returns>
    public override Tensor forward(Tensor rows) // [rows, inputs]
    {
        using var scope = torch.NewDisposeScope();
        var features = rows;
        foreach (var layer in _shared)
        {
            features = nn.functional.relu(layer.forward(features));                         // [rows, 16], [rows, 8], [rows, 8]
        }

        var scores = torch.cat([.. _branches.Select(branch => branch.forward(features))], 1); // [rows, 3]
        return scores.mean([1], keepdim: true).MoveToOuterDisposeScope();                   // [rows, 1]
    }

    /// <summary>A copy of the weights in managed memory.</summary>
    public IReadOnlyDictionary<string, WeightTensor> Save()
    {
        using var scope = torch.NewDisposeScope();
        return named_parameters().ToDictionary(
            parameter => parameter.name,
            parameter => new WeightTensor(parameter.parameter.shape, [.. parameter.parameter.detach().data<float>()]),
            StringComparer.Ordinal);
    }
}
