using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Tests.Faces.Heads;

/// <summary>Manifests of heads that nobody trained.</summary>
internal static class Manifests
{
    public static FaceHeadManifest Of(string kind, IReadOnlyDictionary<string, WeightTensor> state, params (string Task, string[] Names)[] classes) => new(
        kind, "nets", ["block"], classes.ToDictionary(task => task.Task, task => (IReadOnlyList<string>)task.Names, StringComparer.Ordinal), [new FaceDataSource("invented.zip", new string('a', 64), 60)], 7,
        new Dictionary<string, double>(StringComparer.Ordinal) { ["n"] = 6 }, ResearchOnly: true, FaceHeadFile.HashOf(state));
}
