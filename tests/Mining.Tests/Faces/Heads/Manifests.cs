using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Tests.Faces.Heads;

/// <summary>Manifests of heads that nobody trained.</summary>
internal static class Manifests
{
    public const string Nets = "invented nets";

    public static FaceHeadManifest Of(string kind, IReadOnlyDictionary<string, WeightTensor> state, params (string Task, string[] Names)[] classes) => new(
        kind, Nets, ["block"], classes.ToDictionary(task => task.Task, task => (IReadOnlyList<string>)task.Names, StringComparer.Ordinal), [new FaceDataSource("invented.zip", new string('a', 64), 60)], 7,
        new Dictionary<string, double>(StringComparer.Ordinal) { ["n"] = 6 }, ResearchOnly: true, FaceHeadFile.HashOf(state));

    /// <summary>Numbers of a head that tells people apart; its probability falls by a logistic function of the distance, through one half at the threshold.</summary>
    public static Dictionary<string, WeightTensor> IdentityState(double threshold, WeightTensor? projection = null) => IdentityHead.StateOf(
        threshold,
        new SoftmaxPredictor(new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { ["weights"] = new WeightTensor([2, 1], [0, -10]), ["intercepts"] = StateTensors.Of([0, 10 * threshold]) }),
        projection);
}
