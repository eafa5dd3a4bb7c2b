using System.Text;
using System.Text.Json;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>
/// Turns a graph model of TensorFlow.js (JSON of TensorFlow's nodes, weights beside it) into ONNX, channels first. Knows the operators of MobileNet and of classifiers like it; another is an error that names it. Scales and shifts after a
/// convolution are left as they are: ONNX Runtime folds them into it.
/// </summary>
internal sealed class GraphModel
{
    private readonly OnnxGraph _graph = new("tfjs");
    private readonly Dictionary<string, JsonElement> _nodes;
    private readonly IReadOnlyDictionary<string, PretrainedArray> _weights;
    private readonly IReadOnlyDictionary<string, string> _outputs;
    private readonly Dictionary<string, Value> _done = new(StringComparer.Ordinal);

    private GraphModel(JsonElement topology, IReadOnlyDictionary<string, PretrainedArray> weights, IReadOnlyDictionary<string, string> outputs)
    {
        _nodes = topology.GetProperty("node").EnumerateArray().ToDictionary(node => node.GetProperty("name").GetString()!, StringComparer.Ordinal);
        (_weights, _outputs) = (weights, outputs);
    }

    /// <summary>Reads and converts.</summary>
    /// <param name="path">The model's JSON.</param>
    /// <param name="inputShape">1 x channels x height x width.</param>
    /// <param name="outputs">From nodes whose values are wanted to the names that they shall have.</param>
    /// <returns>An ONNX model with one input, <c>image</c>.</returns>
    /// <exception cref="MiningException">The file is damaged, or has what we do not know; the message names it.</exception>
    public static byte[] ToOnnx(string path, IReadOnlyList<int> inputShape, IReadOnlyDictionary<string, string> outputs)
    {
        var weights = TfjsWeights.Read(path);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var model = new GraphModel(json.RootElement.GetProperty("modelTopology"), weights, outputs);
            model._graph.Input("image", inputShape);
            foreach (var (node, name) in outputs)
            {
                var value = model.Convert(node);
                model._graph.Output(name, value.Maps ? [1, value.Channels, 1, 1] : [1, value.Channels]);
            }

            return model._graph.ToBytes();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException or IOException)
        {
            // A damaged or foreign file; what exactly is of no use to the person who must install it again.
            throw new MiningException($"{path}: this is no graph model that we can read ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <summary>The value of a node, converted with all that it stands on the first time that it is asked for.</summary>
    private Value Convert(string name)
    {
        if (!_done.TryGetValue(name, out var value))
        {
            var node = _nodes[name];
            _done[name] = value = Convert(node, node.GetProperty("op").GetString()!, _outputs.GetValueOrDefault(name));
        }

        return value;
    }

    private Value Convert(JsonElement node, string op, string? output)
    {
        if (op == "Placeholder")
        {
            return new Value("image", 3, Maps: true);
        }

        var input = Convert(Input(node, 0));
        return op switch
        {
            "Conv2D" => Convolution(node, input, Layout.Filters(Weight(node, 1)), 1, output),
            "DepthwiseConv2dNative" => Convolution(node, input, Layout.DepthwiseFilters(Weight(node, 1)), input.Channels, output),
            "Add" or "AddV2" or "BiasAdd" => input with { Name = _graph.Node("Add", [input.Name, Operand(node, input)], output: output) },
            "Mul" => input with { Name = _graph.Node("Mul", [input.Name, Operand(node, input)], output: output) },
            "Minimum" => input with { Name = _graph.Node("Clip", [input.Name, string.Empty, Operand(node, input)], output: output) },
            "Maximum" => input with { Name = _graph.Node("Clip", [input.Name, Operand(node, input)], output: output) },
            "Relu" or "Sigmoid" => input with { Name = _graph.Node(op, [input.Name], output: output) },
            "Softmax" => input with { Name = _graph.Node(op, [input.Name], [new("axis", 1)], output) },
            "Mean" => Mean(node, input, output),
            "_FusedMatMul" => Dense(node, input, output),
            _ => throw new FormatException($"operator {op}"),
        };
    }

    private Value Convolution(JsonElement node, Value input, PretrainedArray filters, int group, string? output)
    {
        int[] strides = [.. Numbers(node, "strides")];
        if (Numbers(node, "dilations").Any(step => step != 1))
        {
            throw new FormatException("a dilated convolution");
        }

        // TensorFlow's SAME puts the odd row or column at the bottom and the right: SAME_UPPER.
        var padding = Text(Attribute(node, "padding").GetProperty("s")) == "SAME" ? "SAME_UPPER" : "VALID";
        var name = _graph.Node(
            "Conv", [input.Name, _graph.Constant(filters.Shape, filters.Values)], [OnnxAttribute.Numbers("strides", strides[1], strides[2]), new("auto_pad", padding), new("group", group)], output);
        return new Value(name, filters.Shape[0], Maps: true);
    }

    private Value Mean(JsonElement node, Value input, string? output)
    {
        if (!Weight(node, 1).Values.AsSpan().SequenceEqual([1, 2]) || Attribute(node, "keep_dims").GetProperty("b").GetBoolean())
        {
            throw new FormatException("a mean over something else than height and width");
        }

        return new Value(_graph.Node("Flatten", [_graph.Node("GlobalAveragePool", [input.Name])], output: output), input.Channels, Maps: false);
    }

    private Value Dense(JsonElement node, Value input, string? output)
    {
        var (matrix, bias) = (Weight(node, 1), Weight(node, 2));
        string[] fused = [.. Attribute(node, "fused_ops").GetProperty("list").GetProperty("s").EnumerateArray().Select(Text)];
        var relu = fused is ["BiasAdd", "Relu"];
        if (!relu && fused is not ["BiasAdd"])
        {
            throw new FormatException($"a matrix fused with {string.Join(", ", fused)}");
        }

        var name = _graph.Node("Gemm", [input.Name, _graph.Constant(matrix.Shape, matrix.Values), _graph.Constant(bias.Shape, bias.Values)], output: relu ? null : output);
        return new Value(relu ? _graph.Node("Relu", [name], output: output) : name, bias.Values.Length, Maps: false);
    }

    /// <summary>The second operand: one number, or one a channel.</summary>
    private string Operand(JsonElement node, Value input)
    {
        var weight = Weight(node, 1);
        return weight.Values.Length == 1 ? _graph.Constant([], weight.Values)
            : weight.Values.Length != input.Channels ? throw new FormatException($"{weight.Name} is not one number a channel")
            : _graph.Constant(input.Maps ? [input.Channels, 1, 1] : [input.Channels], weight.Values);
    }

    private PretrainedArray Weight(JsonElement node, int index) =>
        _weights.TryGetValue(Input(node, index), out var weight) ? weight : throw new FormatException($"{Input(node, index)} is no weight");

    private static string Input(JsonElement node, int index) => node.GetProperty("input")[index].GetString()!;

    private static JsonElement Attribute(JsonElement node, string name) => node.GetProperty("attr").GetProperty(name);

    /// <summary>Whole numbers stand in quotes, as protocol buffers write 64 bits in JSON.</summary>
    private static IEnumerable<int> Numbers(JsonElement node, string name) =>
        Attribute(node, name).GetProperty("list").GetProperty("i").EnumerateArray().Select(number => int.Parse(number.GetString()!, System.Globalization.CultureInfo.InvariantCulture));

    private static string Text(JsonElement base64) => Encoding.ASCII.GetString(base64.GetBytesFromBase64());

    /// <param name="Name">Name in the ONNX graph.</param>
    /// <param name="Channels">How many.</param>
    /// <param name="Maps">Has height and width.</param>
    private readonly record struct Value(string Name, int Channels, bool Maps);
}
