using System.Runtime.InteropServices;
using Google.Protobuf;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>
/// Builds a net in memory for ONNX Runtime: nodes, constants, inputs and outputs go in, the bytes of a model come out (onnx.proto of ONNX 1.8: IR version 7, operator set 13; the numbers below are its fields).
/// </summary>
/// <param name="name">Name of the graph.</param>
internal sealed class OnnxGraph(string name)
{
    private const int Float = 1;
    private const int Int64 = 7;
    private const int IrVersion = 7;
    private const int OperatorSet = 13;

    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _constants = [];
    private readonly List<byte[]> _inputs = [];
    private readonly List<byte[]> _outputs = [];

    /// <summary>An input of floats.</summary>
    /// <returns>Its name.</returns>
    public string Input(string input, IReadOnlyList<int> shape)
    {
        _inputs.Add(ValueInfo(input, shape));
        return input;
    }

    /// <summary>Declares a value to be an output of floats.</summary>
    public void Output(string value, IReadOnlyList<int> shape) => _outputs.Add(ValueInfo(value, shape));

    /// <summary>An array of floats.</summary>
    /// <param name="shape">Sizes, outermost first; none for a single number.</param>
    /// <param name="values">Row-major.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="ArgumentException">The values do not fit the shape.</exception>
    public string Constant(IReadOnlyList<int> shape, float[] values)
    {
        if (shape.Aggregate(1, (product, size) => product * size) != values.Length)
        {
            throw new ArgumentException($"{values.Length} values for a shape of {string.Join('x', shape)}", nameof(values));
        }

        return Constant(shape, Float, MemoryMarshal.AsBytes(values));
    }

    /// <summary>A list of whole numbers, as some operators want their settings.</summary>
    /// <returns>Its name.</returns>
    public string Integers(params ReadOnlySpan<long> values) => Constant([values.Length], Int64, MemoryMarshal.AsBytes(values));

    /// <summary>An operator.</summary>
    /// <param name="op">Its name in the standard.</param>
    /// <param name="inputs">Names of values; an empty one is an optional input left out.</param>
    /// <param name="attributes">Its settings.</param>
    /// <param name="output">Name of its value; one is made up without it.</param>
    /// <returns>The name of its value.</returns>
    public string Node(string op, IReadOnlyList<string> inputs, IReadOnlyList<OnnxAttribute>? attributes = null, string? output = null)
    {
        output ??= $"v{_nodes.Count}";
        _nodes.Add(Message(node =>
        {
            foreach (var input in inputs)
            {
                WriteText(node, 1, input);
            }

            WriteText(node, 2, output);
            WriteText(node, 4, op);
            foreach (var attribute in attributes ?? [])
            {
                WriteBytes(node, 5, Attribute(attribute));
            }
        }));
        return output;
    }

    /// <summary>The model, as <c>new InferenceSession(bytes)</c> reads it.</summary>
    public byte[] ToBytes() => Message(model =>
    {
        WriteNumber(model, 1, IrVersion);
        WriteText(model, 2, "LiveQuality");
        WriteBytes(model, 7, Message(graph =>
        {
            WriteText(graph, 2, name);
            foreach (var (field, parts) in new[] { (1, _nodes), (5, _constants), (11, _inputs), (12, _outputs) })
            {
                parts.ForEach(part => WriteBytes(graph, field, part));
            }
        }));
        WriteBytes(model, 8, Message(set => WriteNumber(set, 2, OperatorSet)));
    });

    private string Constant(IReadOnlyList<int> shape, int type, ReadOnlySpan<byte> bytes)
    {
        // ONNX wants little-endian bytes, which is what every platform of .NET that ONNX Runtime serves has in memory.
        var raw = bytes.ToArray();
        var constant = $"c{_constants.Count}";
        _constants.Add(Message(tensor =>
        {
            foreach (var size in shape)
            {
                WriteNumber(tensor, 1, size);
            }

            WriteNumber(tensor, 2, type);
            WriteText(tensor, 8, constant);
            WriteBytes(tensor, 9, raw);
        }));
        return constant;
    }

    private static byte[] Attribute(OnnxAttribute attribute) => Message(message =>
    {
        WriteText(message, 1, attribute.Name);
        switch (attribute.Value)
        {
            case int number:
                WriteNumber(message, 3, number);
                WriteNumber(message, 20, 2);
                break;
            case string text:
                WriteText(message, 4, text);
                WriteNumber(message, 20, 3);
                break;
            case int[] numbers:
                Array.ForEach(numbers, number => WriteNumber(message, 8, number));
                WriteNumber(message, 20, 7);
                break;
            default:
                throw new ArgumentException($"attribute {attribute.Name} is of type {attribute.Value.GetType().Name}", nameof(attribute));
        }
    });

    private static byte[] ValueInfo(string value, IReadOnlyList<int> shape) => Message(info =>
    {
        WriteText(info, 1, value);
        WriteBytes(info, 2, Message(type => WriteBytes(type, 1, Message(tensor =>
        {
            WriteNumber(tensor, 1, Float);
            WriteBytes(tensor, 2, Message(sizes =>
            {
                foreach (var size in shape)
                {
                    WriteBytes(sizes, 1, Message(dimension => WriteNumber(dimension, 1, size)));
                }
            }));
        }))));
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var stream = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(stream);
        }

        return bytes.ToArray();
    }

    private static void WriteNumber(CodedOutputStream stream, int field, long value)
    {
        stream.WriteTag(field, WireFormat.WireType.Varint);
        stream.WriteInt64(value);
    }

    private static void WriteText(CodedOutputStream stream, int field, string value)
    {
        stream.WriteTag(field, WireFormat.WireType.LengthDelimited);
        stream.WriteString(value);
    }

    private static void WriteBytes(CodedOutputStream stream, int field, byte[] value)
    {
        stream.WriteTag(field, WireFormat.WireType.LengthDelimited);
        stream.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
    }
}
