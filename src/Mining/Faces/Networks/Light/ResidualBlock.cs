using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>
/// Two 3x3 convolutions with a shortcut (He et al., "Deep Residual Learning for Image Recognition", 2016); where it halves the side, the shortcut takes the mean of 2x2 first (He et al., "Bag of Tricks for Image
/// Classification", 2019, ResNet-D).
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _path;
    private readonly nn.Module<Tensor, Tensor>? _shortcut;

    /// <param name="input">Channels in.</param>
    /// <param name="output">Channels out.</param>
    /// <param name="halves">Whether height and width are halved.</param>
    public ResidualBlock(long input, long output, bool halves)
        : base(nameof(ResidualBlock))
    {
        _path = nn.Sequential(
            ("conv1", nn.Conv2d(input, output, 3, stride: halves ? 2 : 1, padding: 1, bias: false)),
            ("norm1", nn.BatchNorm2d(output)),
            ("relu", nn.ReLU()),
            ("conv2", nn.Conv2d(output, output, 3, padding: 1, bias: false)),
            ("norm2", nn.BatchNorm2d(output)));
        register_module("path", _path);
        if (halves)
        {
            _shortcut = nn.Sequential(("pool", nn.AvgPool2d(2)), ("conv", nn.Conv2d(input, output, 1, bias: false)), ("norm", nn.BatchNorm2d(output)));
            register_module("shortcut", _shortcut);
        }
        else if (input != output)
        {
            throw new ArgumentException($"{input} channels become {output} only where the side is halved", nameof(output));
        }
    }

    /// <returns>[rows, output, side, side].</returns>
    public override Tensor forward(Tensor maps) // [rows, input, side, side]
    {
        using var scope = torch.NewDisposeScope();
        var sum = _path.call(maps).add(_shortcut?.call(maps) ?? maps, Held.One);
        return nn.functional.relu(sum).MoveToOuterDisposeScope();
    }
}
