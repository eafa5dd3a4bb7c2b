using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// TreeCNN's RNet: the expression by one part of the face. The authors publish that it is light, not its layers; these three, 32, 64 and 128 wide, are ours.
/// 94,599 parameters.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class TreeRNet : nn.Module<Tensor, Tensor>
{
    /// <summary>Width and height of a part, in pixels.</summary>
    public const int Side = 48;

    private readonly ConvBlock _first = new(3, 32);
    private readonly ConvBlock _second = new(32, 64);
    private readonly ConvBlock _third = new(64, 128);
    private readonly Linear _classes = nn.Linear(128, TreeGNet.Expressions);

    public TreeRNet()
        : base(nameof(TreeRNet))
    {
        register_module("conv1", _first);
        register_module("conv2", _second);
        register_module("conv3", _third);
        register_module("fc", _classes);
    }

    /// <returns>Logits, [rows, 7].</returns>
    public override Tensor forward(Tensor parts) // [rows, 3, 48, 48]
    {
        using var scope = torch.NewDisposeScope();
        var maps = nn.functional.max_pool2d(_first.call(parts), 2);         // [rows, 32, 24, 24]
        maps = nn.functional.max_pool2d(_second.call(maps), 2);             // [rows, 64, 12, 12]
        maps = _third.call(maps);                                           // [rows, 128, 12, 12]
        var features = maps.mean([2, 3]);                                   // [rows, 128]
        return _classes.call(features).MoveToOuterDisposeScope();           // [rows, 7]
    }
}
