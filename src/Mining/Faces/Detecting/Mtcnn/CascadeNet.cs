using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>
/// One of MTCNN's three nets: layers in a row, and convolutions of 1x1 pixel that read their last map. A layer bears the name of its weights (Zhang, Zhang, Li, Qiao, "Joint Face Detection and Alignment using
/// Multi-task Cascaded Convolutional Networks", 2016, figure 2; the widths of its authors' code). All say two values (no face, face), [n, 2, ...], and how far the edges of what they see must move
/// (left, top, right, bottom; shares of it), [n, 4, ...].
/// </summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class CascadeNet : nn.Module<Tensor, Tensor[]>
{
    /// <summary>Side of R-Net's input, pixels.</summary>
    public const int RefinementSide = 24;

    /// <summary>Side of O-Net's input, pixels.</summary>
    public const int OutputSide = 48;

    private readonly TorchSharp.Modules.Sequential _layers;
    private readonly TorchSharp.Modules.Sequential[] _heads;

    private CascadeNet(TorchSharp.Modules.Sequential layers, params TorchSharp.Modules.Sequential[] heads)
        : base(nameof(CascadeNet))
    {
        (_layers, _heads) = (layers, heads);
        register_module("layers", _layers);
        for (var head = 0; head < heads.Length; head++)
        {
            register_module($"head{head}", heads[head]);
        }
    }

    /// <summary>P-Net: at every second pixel of a picture [n, 3, h, w], is there a face in the square of 12 pixels?</summary>
    public static CascadeNet Proposal() => new(
        nn.Sequential(
            ("conv1", nn.Conv2d(3, 10, 3)), ("prelu1", nn.PReLU(10)),       // [n, 10, h-2, w-2]
            ("pool1", nn.MaxPool2d(2, 2, ceil_mode: true)),                 // [n, 10, (h-2)/2, (w-2)/2], rounded up
            ("conv2", nn.Conv2d(10, 16, 3)), ("prelu2", nn.PReLU(16)),      // [n, 16, 2 less, 2 less]
            ("conv3", nn.Conv2d(16, 32, 3)), ("prelu3", nn.PReLU(32))),     // [n, 32, 2 less, 2 less]
        Head("conv4_1", 32, 2),
        Head("conv4_2", 32, 4));

    /// <summary>R-Net: a closer look, [n, 3, 24, 24], at what P-Net proposes.</summary>
    public static CascadeNet Refinement() => new(
        nn.Sequential(
            ("conv1", nn.Conv2d(3, 28, 3)), ("prelu1", nn.PReLU(28)),       // [n, 28, 22, 22]
            ("pool1", nn.MaxPool2d(3, 2, ceil_mode: true)),                 // [n, 28, 11, 11]
            ("conv2", nn.Conv2d(28, 48, 3)), ("prelu2", nn.PReLU(48)),      // [n, 48, 9, 9]
            ("pool2", nn.MaxPool2d(3, 2)),                                  // [n, 48, 4, 4]
            ("conv3", nn.Conv2d(48, 64, 2)), ("prelu3", nn.PReLU(64)),      // [n, 64, 3, 3]
            ("fc1", nn.Conv2d(64, 128, 3)), ("prelu4", nn.PReLU(128))),     // [n, 128, 1, 1]
        Head("fc2_1", 128, 2),
        Head("fc2_2", 128, 4));

    /// <summary>O-Net: the last look, [n, 3, 48, 48]. It also says where the five points are, [n, 10, 1, 1]: shares of the crop, five times across, then five times down.</summary>
    public static CascadeNet Output() => new(
        nn.Sequential(
            ("conv1", nn.Conv2d(3, 32, 3)), ("prelu1", nn.PReLU(32)),       // [n, 32, 46, 46]
            ("pool1", nn.MaxPool2d(3, 2, ceil_mode: true)),                 // [n, 32, 23, 23]
            ("conv2", nn.Conv2d(32, 64, 3)), ("prelu2", nn.PReLU(64)),      // [n, 64, 21, 21]
            ("pool2", nn.MaxPool2d(3, 2)),                                  // [n, 64, 10, 10]
            ("conv3", nn.Conv2d(64, 64, 3)), ("prelu3", nn.PReLU(64)),      // [n, 64, 8, 8]
            ("pool3", nn.MaxPool2d(2, 2)),                                  // [n, 64, 4, 4]
            ("conv4", nn.Conv2d(64, 128, 2)), ("prelu4", nn.PReLU(128)),    // [n, 128, 3, 3]
            ("fc1", nn.Conv2d(128, 256, 3)), ("prelu5", nn.PReLU(256))),    // [n, 256, 1, 1]
        Head("fc2_1", 256, 2),
        Head("fc2_2", 256, 4),
        Head("fc2_3", 256, 10));

    /// <returns>What each head says.</returns>
    public override Tensor[] forward(Tensor pictures)
    {
        using var map = _layers.forward(pictures);
        return [.. _heads.Select(head => head.forward(map))];
    }

    private static TorchSharp.Modules.Sequential Head(string name, int channels, int values) => nn.Sequential((name, nn.Conv2d(channels, values, 1)));
}
