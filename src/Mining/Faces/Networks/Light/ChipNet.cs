using System.Diagnostics.CodeAnalysis;
using LiveQuality.Mining.Models.Nets;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>A small residual net over a grey face, or over one part of it: TreeCNN's GNet and RNets in the size that a CPU trains in minutes.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class ChipNet : nn.Module<Tensor, Tensor>
{
    private const double Dropped = 0.3;

    private readonly nn.Module<Tensor, Tensor> _layers;

    /// <param name="width">Channels of the first layer; the last has four times as many.</param>
    /// <param name="classes">Answers.</param>
    /// <param name="chance">Draws the first weights and what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public ChipNet(int width, int classes, Generator chance)
        : base(nameof(ChipNet))
    {
        _layers = nn.Sequential(
            ("conv", nn.Conv2d(1, width, 3, padding: 1, bias: false)),             // [rows, w, s, s]
            ("norm", nn.BatchNorm2d(width)),
            ("relu", nn.ReLU()),
            ("pool", nn.MaxPool2d(2)),                                             // [rows, w, s/2, s/2]
            ("block1", new ResidualBlock(width, width, halves: false)),
            ("block2", new ResidualBlock(width, 2 * width, halves: true)),         // [rows, 2w, s/4, s/4]
            ("block3", new ResidualBlock(2 * width, 2 * width, halves: false)),
            ("block4", new ResidualBlock(2 * width, 4 * width, halves: true)),     // [rows, 4w, s/8, s/8]
            ("block5", new ResidualBlock(4 * width, 4 * width, halves: false)),
            ("mean", nn.AdaptiveAvgPool2d(1)),
            ("flat", nn.Flatten()),                                                // [rows, 4w]
            ("drop", new SeededDropout(Dropped, chance)),
            ("head", nn.Linear(4 * width, classes)));
        register_module("layers", _layers);
        FirstWeights.Draw(this, chance);
    }

    /// <returns>Logits, [rows, classes].</returns>
    public override Tensor forward(Tensor faces) => _layers.call(faces); // [rows, 1, s, s], around 0
}
