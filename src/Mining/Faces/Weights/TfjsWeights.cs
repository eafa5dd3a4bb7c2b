using System.Buffers.Binary;
using System.Text.Json;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>
/// Reads weights as TensorFlow.js stores them: a manifest in JSON that names tensors, and files of their bytes end to end ("shards"). 32-bit floats, 16-bit floats and bytes (value = byte x scale + min) are known
/// (tfjs-core, <c>io/io_utils.ts</c>, decodeWeights).
/// </summary>
internal static class TfjsWeights
{
    private const long MostBytes = 64 << 20;

    /// <param name="manifestPath">The manifest, or a graph model's JSON; the shards lie beside it.</param>
    /// <returns>Tensors by name.</returns>
    /// <exception cref="MiningException">The files do not fit each other; the message names the file.</exception>
    public static IReadOnlyDictionary<string, PretrainedArray> Read(string manifestPath)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(manifestPath));
            var groups = json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.GetProperty("weightsManifest") : json.RootElement;
            return groups.EnumerateArray().SelectMany(group => ReadGroup(group, Path.GetDirectoryName(manifestPath)!)).ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException or IOException)
        {
            // A damaged or foreign file; what exactly is of no use to the person who must install it again.
            throw new MiningException($"{manifestPath}: these are no weights of TensorFlow.js ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    private static IEnumerable<PretrainedArray> ReadGroup(JsonElement group, string folder)
    {
        byte[] bytes = [.. group.GetProperty("paths").EnumerateArray().SelectMany(path => Shard(Path.Combine(folder, Path.GetFileName(path.GetString()!))))];
        var at = 0;
        foreach (var entry in group.GetProperty("weights").EnumerateArray())
        {
            int[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            var count = shape.Aggregate(1, (product, size) => checked(product * size));
            entry.TryGetProperty("quantization", out var packed);
            var values = Decode(bytes.AsSpan(at), count, entry.GetProperty("dtype").GetString()!, packed, out var used);
            at += used;
            yield return new PretrainedArray(entry.GetProperty("name").GetString()!, shape, values);
        }

        if (at != bytes.Length)
        {
            throw new FormatException($"{bytes.Length - at} bytes are left over");
        }
    }

    private static byte[] Shard(string path) =>
        new FileInfo(path).Length <= MostBytes ? File.ReadAllBytes(path) : throw new FormatException($"{path} is larger than {MostBytes} bytes");

    private static float[] Decode(ReadOnlySpan<byte> bytes, int count, string type, JsonElement packed, out int used)
    {
        var stored = packed.ValueKind == JsonValueKind.Object ? packed.GetProperty("dtype").GetString()! : type;
        used = checked(count * stored switch { "float32" or "int32" => 4, "float16" => 2, "uint8" => 1, _ => throw new FormatException($"numbers of type {stored}") });
        var raw = bytes[..used];
        var values = new float[count];
        var (scale, min) = stored == "uint8" ? (packed.GetProperty("scale").GetDouble(), packed.GetProperty("min").GetDouble()) : (1, 0);
        for (var i = 0; i < count; i++)
        {
            values[i] = stored switch
            {
                "float32" => BinaryPrimitives.ReadSingleLittleEndian(raw[(i * 4)..]),
                "int32" => BinaryPrimitives.ReadInt32LittleEndian(raw[(i * 4)..]),
                "float16" => (float)BinaryPrimitives.ReadHalfLittleEndian(raw[(i * 2)..]),
                _ => (float)((raw[i] * scale) + min),
            };
        }

        return values;
    }
}
