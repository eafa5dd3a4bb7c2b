using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// Two 3x3 convolutions and a shortcut (He et al., "Deep Residual Learning for Image Recognition", figure 2; torchvision's <c>BasicBlock</c>, names and
/// all).
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class ResNetBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1;
    private readonly BatchNorm2d _bn1;
    private readonly Conv2d _conv2;
    private readonly BatchNorm2d _bn2;
    private readonly Sequential? _downsample;

    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="stride">1, or 2 to halve the map.</param>
    public ResNetBlock(int inputs, int outputs, int stride)
        : base(nameof(ResNetBlock))
    {
        _conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias: false);
        _bn1 = nn.BatchNorm2d(outputs);
        _conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias: false);
        _bn2 = nn.BatchNorm2d(outputs);
        register_module("conv1", _conv1);
        register_module("bn1", _bn1);
        register_module("conv2", _conv2);
        register_module("bn2", _bn2);
        if (stride > 1 || inputs != outputs)
        {
            _downsample = nn.Sequential(("0", nn.Conv2d(inputs, outputs, 1, stride, bias: false)), ("1", nn.BatchNorm2d(outputs)));
            register_module("downsample", _downsample);
        }
    }

    /// <returns>[rows, outputs, height / stride, width / stride], 0 or more.</returns>
    public override Tensor forward(Tensor maps) // [rows, inputs, height, width]
    {
        using var scope = torch.NewDisposeScope();
        var first = nn.functional.relu(_bn1.call(_conv1.call(maps)));           // [rows, outputs, height / stride, width / stride]
        var second = _bn2.call(_conv2.call(first));                             // the same
        var shortcut = _downsample?.call(maps) ?? maps;                         // the same
        return nn.functional.relu(second.add(shortcut, Held.One)).MoveToOuterDisposeScope();
    }
}
