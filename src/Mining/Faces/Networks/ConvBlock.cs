using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>Convolution, batch normalisation, ReLU: the brick of HMT-Net's branches and of TreeCNN.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class ConvBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _convolution;
    private readonly BatchNorm2d _normalisation;

    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Side of the square kernel.</param>
    /// <param name="stride">Step of the kernel.</param>
    /// <param name="padding">Zeros around the map.</param>
    public ConvBlock(int inputs, int outputs, int kernel = 3, int stride = 1, int padding = 1)
        : base(nameof(ConvBlock))
    {
        _convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding);
        _normalisation = nn.BatchNorm2d(outputs);
        register_module("conv", _convolution);
        register_module("bn", _normalisation);
    }

    /// <returns>[rows, outputs, height', width'], 0 or more.</returns>
    public override Tensor forward(Tensor maps) // [rows, inputs, height, width]
    {
        using var convolved = _convolution.call(maps);              // [rows, outputs, height', width']
        using var normal = _normalisation.call(convolved);          // the same
        return nn.functional.relu(normal);                          // the same
    }
}
