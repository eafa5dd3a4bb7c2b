using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// One branch of MTB-DNN: shared features to a score by way of a narrow ReLU6 layer
/// ("Data-driven Approach for Quality Evaluation on Knowledge Sharing Platform", figure 2).
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class Branch : nn.Module<Tensor, Tensor>
{
    private readonly Dense _narrow;
    private readonly Dense _score;

    /// <param name="features">Width of the last shared layer; 8 as published.</param>
    /// <param name="width">Width of the branch; 4, 3 and 5 as published.</param>
    public Branch(int features, int width)
        : base(nameof(Branch))
    {
        _narrow = new Dense(features, width);
        _score = new Dense(width, 1);
        register_module("narrow", _narrow);
        register_module("score", _score);
    }

    /// <returns>Scores, [rows, 1].</returns>
    public override Tensor forward(Tensor shared) // [rows, features]
    {
        using var narrow = _narrow.forward(shared);             // [rows, width]
        using var bounded = nn.functional.relu6(narrow);        // [rows, width], 0..6
        return _score.forward(bounded);                         // [rows, 1]
    }
}
