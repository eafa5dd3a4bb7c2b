using System.Buffers.Binary;
using System.Text.Json;

namespace LiveQuality.Mining.Models;

/// <summary>
/// Tensors as bytes, in the safetensors format (github.com/huggingface/safetensors): eight bytes for the header's length, a JSON header that gives
/// each tensor's type, shape and place, then the raw little-endian numbers. Data only: nothing in it is ever executed.
/// </summary>
internal static class SafeTensors
{
    /// <summary>Longest header that is read; ours take a few kilobytes.</summary>
    internal const int LongestHeader = 1 << 20;

    private const int LongestName = 200;
    private const string Metadata = "__metadata__";
    private const string Float32 = "F32";
    private const int LengthBytes = sizeof(ulong);

    /// <summary>Writes tensors sorted by name, so that equal tensors give equal bytes.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, WeightTensor> tensors)
    {
        var header = new SortedDictionary<string, TensorEntry>(StringComparer.Ordinal);
        var sorted = tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal).ToArray();
        long end = 0;
        foreach (var (name, tensor) in sorted)
        {
            var begin = end;
            end += (long)tensor.Values.Length * sizeof(float);
            header.Add(name, new TensorEntry(Float32, tensor.Shape, [begin, end]));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header, SafeTensorsJson.Default.SortedDictionaryStringTensorEntry);
        // Spaces after the JSON bring the numbers to a multiple of eight, as the reference writer does.
        var padded = (json.Length + LengthBytes - 1) / LengthBytes * LengthBytes;
        var bytes = new byte[LengthBytes + padded + end];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)padded);
        json.CopyTo(bytes, LengthBytes);
        bytes.AsSpan(LengthBytes + json.Length, padded - json.Length).Fill((byte)' ');
        var rest = bytes.AsSpan(LengthBytes + padded);
        foreach (var value in sorted.SelectMany(tensor => tensor.Value.Values))
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, value);
            rest = rest[sizeof(float)..];
        }

        return bytes;
    }

    /// <summary>Reads tensors; every length, place and shape is checked before it is used.</summary>
    /// <exception cref="ModelFormatException">The bytes are not tensors of 32-bit floats in this format, or some number is not finite.</exception>
    public static IReadOnlyDictionary<string, WeightTensor> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LengthBytes)
        {
            throw new ModelFormatException($"weights: {bytes.Length} bytes are too few for a header");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length > LongestHeader || length > (ulong)(bytes.Length - LengthBytes))
        {
            throw new ModelFormatException($"weights: a header of {length} bytes in {bytes.Length} bytes");
        }

        var header = ReadHeader(bytes.Slice(LengthBytes, (int)length));
        var data = bytes[(LengthBytes + (int)length)..];
        var tensors = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        long next = 0;
        foreach (var (name, entry) in header.OrderBy(tensor => tensor.Value.DataOffsets[0]).ThenBy(tensor => tensor.Value.DataOffsets[1]))
        {
            // No gaps and no overlaps: each byte belongs to one tensor, so nothing can hide between them.
            var (begin, end) = (entry.DataOffsets[0], entry.DataOffsets[1]);
            if (begin != next || end < begin || end > data.Length || Size(entry.Shape) != end - begin)
            {
                throw new ModelFormatException(
                    $"weights: {name} with shape [{string.Join(", ", entry.Shape)}] does not fit bytes {begin} to {end} of {data.Length}");
            }

            tensors.Add(name, new WeightTensor(entry.Shape, ReadNumbers(name, data[(int)begin..(int)end])));
            next = end;
        }

        return next == data.Length ? tensors : throw new ModelFormatException($"weights: {data.Length - next} bytes belong to no tensor");
    }

    private static Dictionary<string, TensorEntry> ReadHeader(ReadOnlySpan<byte> json)
    {
        Dictionary<string, TensorEntry> header;
        try
        {
            header = JsonSerializer.Deserialize(json, SafeTensorsJson.Default.DictionaryStringTensorEntry)
                ?? throw new ModelFormatException("weights: the header is null");
        }
        catch (JsonException exception)
        {
            // The serializer's message speaks of paths and positions in one line, but may quote the damaged text: leave it to the inner exception.
            throw new ModelFormatException("weights: the header is no table of tensors in JSON", exception);
        }

        header.Remove(Metadata);
        foreach (var (name, entry) in header)
        {
            // Names go into messages of one line.
            if (name.Length > LongestName || name.Any(char.IsControl))
            {
                throw new ModelFormatException("weights: a name is too long or holds control characters");
            }

            if (entry is not { Dtype: Float32, Shape: not null, DataOffsets: [_, _] })
            {
                throw new ModelFormatException($"weights: {name} is not a tensor of type {Float32} with a shape and two offsets");
            }
        }

        return header;
    }

    // Bytes of a shape, or -1 where there can be no such tensor.
    private static long Size(IReadOnlyList<long> shape)
    {
        long size = sizeof(float);
        foreach (var dimension in shape)
        {
            if (dimension < 0 || dimension > int.MaxValue || size > int.MaxValue)
            {
                return -1;
            }

            size *= dimension;
        }

        return size;
    }

    private static float[] ReadNumbers(string name, ReadOnlySpan<byte> bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            if (!float.IsFinite(values[i]))
            {
                throw new ModelFormatException($"weights: number {i} of {name} is {values[i]}");
            }
        }

        return values;
    }
}
