using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// The branch of HMT-Net that says gender or race (Xu et al., "Hierarchical Multi-Task Network For Race, Gender and Facial Attractiveness Recognition", 2019,
/// and the authors' code). Its last layer ends in a ReLU, as published: a logit is 0 or more.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class HmtBranch : nn.Module<Tensor, Tensor>
{
    private const int Classes = 2;

    private readonly ConvBlock _first;
    private readonly ConvBlock _second = new(256, 128, padding: 0);
    private readonly ConvBlock _third = new(128, Classes, kernel: 1, stride: 2, padding: 0);

    /// <param name="inputs">Channels that come in.</param>
    public HmtBranch(int inputs)
        : base(nameof(HmtBranch))
    {
        _first = new ConvBlock(inputs, 256, padding: 0);
        register_module("block1", _first);
        register_module("block2", _second);
        register_module("block3", _third);
    }

    /// <returns>Logits, [rows, 2]; of a larger map the mean over its places.</returns>
    public override Tensor forward(Tensor maps) // [rows, inputs, 13, 13]
    {
        using var scope = torch.NewDisposeScope();
        var narrow = _second.call(_first.call(maps));                   // [rows, 256, 11, 11], [rows, 128, 9, 9]
        var pooled = nn.functional.max_pool2d(narrow, 3);               // [rows, 128, 3, 3]
        var classes = _third.call(pooled);                              // [rows, 2, 2, 2]
        var logits = nn.functional.avg_pool2d(classes, 2);              // [rows, 2, 1, 1]
        return logits.mean([2, 3]).MoveToOuterDisposeScope();           // [rows, 2]
    }
}
