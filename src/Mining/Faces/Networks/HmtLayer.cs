using System.Diagnostics.CodeAnalysis;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>A layer of HMT-Net's trunk that shows what it has before the normalisation too, because the fusions take maps of both kinds.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class HmtLayer : nn.Module<Tensor, (Tensor Convolved, Tensor Rectified)>
{
    private readonly Conv2d _convolution;
    private readonly BatchNorm2d _normalisation;

    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Side of the square kernel.</param>
    /// <param name="stride">Step of the kernel.</param>
    /// <param name="padding">Zeros around the map.</param>
    /// <param name="scaled">Whether the normalisation has weights of its own.</param>
    public HmtLayer(int inputs, int outputs, int kernel, int stride = 1, int padding = 0, bool scaled = true)
        : base(nameof(HmtLayer))
    {
        _convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding);
        _normalisation = nn.BatchNorm2d(outputs, affine: scaled);
        register_module("conv", _convolution);
        register_module("bn", _normalisation);
    }

    /// <returns>Twice [rows, outputs, height', width']: convolved, and then normalised and cut off at 0.</returns>
    public override (Tensor Convolved, Tensor Rectified) forward(Tensor maps) // [rows, inputs, height, width]
    {
        var convolved = _convolution.call(maps);                        // [rows, outputs, height', width']
        using var normal = _normalisation.call(convolved);              // the same
        return (convolved, nn.functional.relu(normal));                 // the same
    }
}
