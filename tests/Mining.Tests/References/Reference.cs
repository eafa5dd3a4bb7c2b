using System.Text.Json;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;

namespace LiveQuality.Mining.Tests.References;

/// <summary>What scikit-learn and numpy say of invented numbers; make_references.py made it.</summary>
internal static class Reference
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "References", "references.json"))).RootElement;

    public static Matrix Rows => Some.Rows(Read<double[][]>("x"));

    public static double[] Targets => Read<double[]>("y");

    public static Matrix Asked => Some.Rows(Read<double[][]>("asked"));

    public static T Read<T>(params string[] path) => path.Aggregate(Root, (element, name) => element.GetProperty(name)).Deserialize<T>()!;
}
