using System.Runtime.InteropServices;
using Google.Protobuf;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>
/// Denormal weights of an ONNX model (below 1.2e-38) become 0: processors are many times slower on such numbers. ONNX Runtime's own switch for that changes how the calling thread calculates from then on, in everything.
/// </summary>
internal static class DenormalWeights
{
    // Numbers of the fields in onnx.proto3: ModelProto.graph, GraphProto.initializer, TensorProto.data_type and raw_data; TensorProto.DataType.FLOAT.
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int DataType = 2;
    private const int RawData = 9;
    private const ulong Float = 1;

    /// <summary>Clears them in place.</summary>
    /// <param name="model">Bytes of the model, whose hash was checked before.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidDataException">It is cut short.</exception>
    public static int Clear(Span<byte> model)
    {
        var cleared = 0;
        foreach (var graph in Fields(model, Graph))
        {
            foreach (var tensor in Fields(model[graph.At], Initializer))
            {
                var bytes = model[graph.At][tensor.At];
                if (Fields(bytes, DataType) is [{ Value: Float }])
                {
                    foreach (var raw in Fields(bytes, RawData))
                    {
                        cleared += Clear(MemoryMarshal.Cast<byte, float>(bytes[raw.At]));
                    }
                }
            }
        }

        return cleared;
    }

    private static int Clear(Span<float> weights)
    {
        var cleared = 0;
        foreach (ref var weight in weights)
        {
            if (float.IsSubnormal(weight))
            {
                weight = 0;
                cleared++;
            }
        }

        return cleared;
    }

    // Where the fields of one number lie in a message, and the values of those that are numbers (protobuf's wire format).
    private static List<(Range At, ulong Value)> Fields(ReadOnlySpan<byte> message, int number)
    {
        var found = new List<(Range At, ulong Value)>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var (start, value) = (at, 0UL);
            switch ((WireFormat.WireType)(tag & 7))
            {
                case WireFormat.WireType.Varint:
                    value = Varint(message, ref at);
                    break;
                case WireFormat.WireType.LengthDelimited:
                    var length = Varint(message, ref at);
                    start = at;
                    at += (int)Math.Min(length, (ulong)(message.Length - at) + 1);
                    break;
                case WireFormat.WireType.Fixed64:
                    at += sizeof(ulong);
                    break;
                case WireFormat.WireType.Fixed32:
                    at += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException("the model has a field of no known kind");
            }

            if (at > message.Length)
            {
                throw new InvalidDataException("the model stops before its end");
            }

            if (tag >> 3 == (ulong)number)
            {
                found.Add((start..at, value));
            }
        }

        return found;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= message.Length)
            {
                throw new InvalidDataException("the model stops before its end");
            }

            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return value;
    }
}
