using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>
/// dlib's ResNet (dlib_face_recognition_resnet_model_v1, public domain; 29 convolutions, the paper's 34 cut down and half as wide), with the weights of face-api. Layers: dlib's <c>dnn_face_recognition_ex.cpp</c>.
/// </summary>
internal static class DlibNet
{
    /// <summary>128 channels of the last middle block, averaged over quarters: 128 x 2 x 2.</summary>
    public const string Low = "dlib-low";

    /// <summary>256 channels before the last matrix.</summary>
    public const string Pooled = "dlib-pooled";

    /// <summary>The 128 numbers whose distance tells people apart.</summary>
    public const string Descriptor = "dlib-descriptor";

    /// <summary>
    /// dlib's face chip of 150 pixels with a padding of .25 on each side (<c>get_face_chip_details</c>): a point p of its mean face shape (<c>render_face_detections</c>' 68 points in a unit square) goes to (p + .25) / 1.5 x 150. An eye is the mean
    /// of its six points, the nose is point 30, the corners of the mouth are points 48 and 54.
    /// </summary>
    public static readonly AlignmentTemplate Chip = new(
        "dlib-150", 150, [new(47.415f, 46.195f), new(100.610f, 46.195f), new(74.013f, 76.563f), new(50.415f, 103.023f), new(97.610f, 103.023f)]);

    private static readonly PixelScale Scale = new(122.782f, 117.001f, 104.298f, 1 / 256f);

    private static readonly string[] Blocks =
    [
        "conv32_1", "conv32_2", "conv32_3", "conv64_down", "conv64_1", "conv64_2", "conv64_3", "conv128_down", "conv128_1", LastLow, "conv256_down", "conv256_1", "conv256_2", "conv256_down_out",
    ];

    private const string LastLow = "conv128_2";

    /// <summary>Loads it.</summary>
    /// <exception cref="MiningException">The files are missing or damaged.</exception>
    public static OnnxNet Load(FaceModelFiles files)
    {
        var path = files.Require(FaceModelFiles.Dlib);
        var weights = TfjsWeights.Read(path);
        try
        {
            return new OnnxNet("dlib-resnet-1", Chip, Scale, [new(Low, 512), new(Pooled, 256), new(Descriptor, 128)], Build(weights), isReadTwice: true);
        }
        catch (Exception e) when (e is KeyNotFoundException or ArgumentException)
        {
            throw new MiningException($"{path}: these are not the weights of dlib's net ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    private static byte[] Build(IReadOnlyDictionary<string, PretrainedArray> weights)
    {
        var graph = new OnnxGraph("dlib");
        var value = graph.Input("image", [1, RgbImage.Channels, Chip.Size, Chip.Size]);             // 3 x 150 x 150
        value = graph.Node("Relu", [Convolution(graph, weights, "conv32_down", value, 2, 0)]);      // 32 x 72 x 72
        value = graph.Node("MaxPool", [value], [OnnxAttribute.Numbers("kernel_shape", 3, 3), OnnxAttribute.Numbers("strides", 2, 2)]);
        var (channels, side) = (32, 35);
        foreach (var block in Blocks)
        {
            (value, channels, side) = Residual(graph, weights, block, value, channels, side);
            if (block == LastLow)
            {
                // 128 x 8 x 8 to 128 x 2 x 2.
                graph.Node("AveragePool", [value], [OnnxAttribute.Numbers("kernel_shape", 4, 4), OnnxAttribute.Numbers("strides", 4, 4)], Low);
            }
        }

        var pooled = graph.Node("Flatten", [graph.Node("GlobalAveragePool", [value])], output: Pooled);
        var matrix = weights["fc"];
        graph.Node("MatMul", [pooled, graph.Constant(matrix.Shape, matrix.Values)], output: Descriptor);
        graph.Output(Low, [1, 128, 2, 2]);
        graph.Output(Pooled, [1, 256]);
        graph.Output(Descriptor, [1, 128]);
        return graph.ToBytes();
    }

    /// <summary>
    /// relu(conv(relu(conv(x))) + x). A block that halves its side takes the mean of 2 x 2 for x and pads with zeros what is short: a row and a column of the convolved path, channels of the other.
    /// </summary>
    private static (string Value, int Channels, int Side) Residual(OnnxGraph graph, IReadOnlyDictionary<string, PretrainedArray> weights, string block, string input, int channels, int side)
    {
        var halves = block.Contains("down", StringComparison.Ordinal);
        var first = graph.Node("Relu", [Convolution(graph, weights, $"{block}/conv1", input, halves ? 2 : 1, halves ? 0 : 1)]);
        var path = Convolution(graph, weights, $"{block}/conv2", first, 1, 1);
        var outputs = weights[$"{block}/conv2/conv/bias"].Values.Length;
        if (halves)
        {
            input = graph.Node("AveragePool", [input], [OnnxAttribute.Numbers("kernel_shape", 2, 2), OnnxAttribute.Numbers("strides", 2, 2)]);
            var (convolved, pooled) = ((side - 3) / 2 + 1, side / 2);
            path = Pad(graph, path, 0, pooled - convolved);
            input = Pad(graph, input, outputs - channels, 0);
            side = pooled;
        }

        return (graph.Node("Relu", [graph.Node("Add", [path, input])]), outputs, side);
    }

    private static string Pad(OnnxGraph graph, string value, int channels, int side) =>
        channels == 0 && side == 0 ? value : graph.Node("Pad", [value, graph.Integers(0, 0, 0, 0, 0, channels, side, side)]);

    /// <summary>(w * x + b) s + t as one convolution: (w s) * x + (b s + t).</summary>
    private static string Convolution(OnnxGraph graph, IReadOnlyDictionary<string, PretrainedArray> weights, string name, string input, int stride, int pad)
    {
        var scale = weights[$"{name}/scale/weights"].Values;
        var filters = Layout.Filters(weights[$"{name}/conv/filters"], scale);
        float[] bias = [.. weights[$"{name}/conv/bias"].Values.Zip(scale, weights[$"{name}/scale/biases"].Values).Select(part => (part.First * part.Second) + part.Third)];
        return graph.Node(
            "Conv", [input, graph.Constant(filters.Shape, filters.Values), graph.Constant([bias.Length], bias)], [OnnxAttribute.Numbers("strides", stride, stride), OnnxAttribute.Numbers("pads", pad, pad, pad, pad)]);
    }
}
