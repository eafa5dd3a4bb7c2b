using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;

namespace LiveQuality.Mining.Tests.References;

/// <summary>What scikit-learn and numpy say of invented numbers, for the heads of faces; make_faces_references.py made it.</summary>
internal static class FacesReference
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "References", "faces_references.json"))).RootElement;

    public static T Read<T>(params string[] path) => path.Aggregate(Root, (element, name) => element.GetProperty(name)).Deserialize<T>()!;

    public static double[] Numbers(params string[] path) => Read<double[]>(path);

    public static Matrix Rows(params string[] path) => Some.Rows(Read<double[][]>(path));
}
