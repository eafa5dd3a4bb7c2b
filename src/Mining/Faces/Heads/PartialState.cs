using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Several parts' numbers in one table: each name has its part in front.</summary>
internal static class PartialState
{
    /// <summary>The numbers of one part.</summary>
    public static Dictionary<string, WeightTensor> Part(this IReadOnlyDictionary<string, WeightTensor> state, string part) =>
        state.Where(entry => entry.Key.StartsWith($"{part}.", StringComparison.Ordinal)).ToDictionary(entry => entry.Key[(part.Length + 1)..], entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Adds the numbers of one part.</summary>
    public static void AddPart(this Dictionary<string, WeightTensor> state, string part, IReadOnlyDictionary<string, WeightTensor> numbers)
    {
        foreach (var (name, tensor) in numbers)
        {
            state.Add($"{part}.{name}", tensor);
        }
    }
}
