using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>
/// Fills the three nets. The weights stand in TensorFlow's order and are made for pictures that lie on their side (the authors' MATLAB code counts columns first): [width, height, in, out]. Turned back to
/// [out, in, height, width] they fit upright pictures. A dense layer over a map is the convolution that covers the whole map, so the same rule holds for all of them.
/// </summary>
internal static class MtcnnWeights
{
    /// <param name="net">Its layers are named as in the file.</param>
    /// <param name="prefix">The net's name in the file.</param>
    /// <param name="weights">The file.</param>
    /// <exception cref="MiningException">A tensor is missing or has another size.</exception>
    public static void Fill(nn.Module net, string prefix, IReadOnlyDictionary<string, PretrainedArray> weights)
    {
        using var scope = torch.NewDisposeScope();
        using var frozen = torch.no_grad();
        net.eval();
        foreach (var (name, parameter) in net.named_parameters())
        {
            var key = $"{prefix}/{NameInFile(name)}";
            if (!weights.TryGetValue(key, out var stored) || stored.Values.Length != parameter.numel())
            {
                throw new MiningException($"MTCNN: the weights have no {key} of {parameter.numel()} numbers");
            }

            long[] onItsSide = [.. parameter.shape.Reverse()];
            var values = AlignedTensor.Of(stored.Values, onItsSide);
            parameter.copy_(values.permute([.. Enumerable.Range(0, onItsSide.Length).Select(axis => (long)(onItsSide.Length - 1 - axis))]));
            parameter.requires_grad = false;
        }
    }

    // layers.conv1.weight stands in the file as conv1/weights, layers.conv1.bias as conv1/bias, layers.prelu1.weight as prelu1_alpha.
    private static string NameInFile(string name)
    {
        var (layer, kind) = name.Split('.') is [.., var last, var what] ? (last, what) : throw new ArgumentException($"no parameter of a layer: {name}", nameof(name));
        return layer.StartsWith("prelu", StringComparison.Ordinal) ? $"{layer}_alpha" : $"{layer}/{(kind == "weight" ? "weights" : kind)}";
    }
}
