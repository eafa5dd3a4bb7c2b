using System.Text.Json.Serialization;

namespace LiveQuality.Mining.Models;

/// <summary>One tensor in the header of <see cref="SafeTensors"/>.</summary>
/// <param name="Dtype">Type of the numbers, for example <c>F32</c>.</param>
/// <param name="Shape">Size of each dimension.</param>
/// <param name="DataOffsets">First byte and the byte after the last, counted from the end of the header.</param>
internal sealed record TensorEntry(string Dtype, IReadOnlyList<long> Shape, IReadOnlyList<long> DataOffsets);

// Unlike most, this format is not ours: unknown keys, which __metadata__ consists of, are passed over.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SortedDictionary<string, TensorEntry>))]
[JsonSerializable(typeof(Dictionary<string, TensorEntry>))]
internal sealed partial class SafeTensorsJson : JsonSerializerContext;
