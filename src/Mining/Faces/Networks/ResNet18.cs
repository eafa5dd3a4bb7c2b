using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// ResNet-18 without its last layer (He et al., "Deep Residual Learning for Image Recognition", table 1). Its tensors are named as torchvision names them, so
/// that a state of <c>resnet18</c> loads once <c>fc</c> is left out. 11,176,512 parameters.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class ResNet18 : nn.Module<Tensor, Tensor>
{
    /// <summary>How many numbers it says of a picture.</summary>
    public const int Width = 512;

    private readonly Conv2d _conv1;
    private readonly BatchNorm2d _bn1;
    private readonly Sequential[] _layers;

    public ResNet18()
        : base(nameof(ResNet18))
    {
        _conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias: false);
        _bn1 = nn.BatchNorm2d(64);
        _layers = [Layer(64, 64, 1), Layer(64, 128, 2), Layer(128, 256, 2), Layer(256, Width, 2)];
        register_module("conv1", _conv1);
        register_module("bn1", _bn1);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            register_module($"layer{layer + 1}", _layers[layer]);
        }
    }

    /// <returns>Features, [rows, 512], 0 or more.</returns>
    public override Tensor forward(Tensor pictures) // [rows, 3, 224, 224]; any size from 33 on works
    {
        using var scope = torch.NewDisposeScope();
        var maps = nn.functional.relu(_bn1.call(_conv1.call(pictures)));                    // [rows, 64, 112, 112]
        maps = nn.functional.max_pool2d(maps, 3, 2, 1);                                     // [rows, 64, 56, 56]
        foreach (var layer in _layers)
        {
            maps = layer.call(maps); // [rows, 64, 56, 56], [rows, 128, 28, 28], [rows, 256, 14, 14], [rows, 512, 7, 7]
        }

        return maps.mean([2, 3]).MoveToOuterDisposeScope();                                 // [rows, 512]
    }

    private static Sequential Layer(int inputs, int outputs, int stride) =>
        nn.Sequential(("0", new ResNetBlock(inputs, outputs, stride)), ("1", new ResNetBlock(outputs, outputs, 1)));
}
