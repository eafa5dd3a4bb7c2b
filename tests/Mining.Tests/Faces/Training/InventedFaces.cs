using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Tests.Faces.Heads;

namespace LiveQuality.Mining.Tests.Faces.Training;

/// <summary>Faces of nobody: noise from a seed, and labels that follow from it.</summary>
internal static class InventedFaces
{
    public const string Nets = Manifests.Nets;

    private static readonly FeatureBlock[] Blocks = [new("low", 4), new("high", 3), new(GreyChip.Block, GreyChip.Side * GreyChip.Side)];
    private static readonly string[] Expressions = ["anger", "happiness", "neutral"];

    public static TrainingSet Set(int count = 60, int seed = 1, Func<LabelledFace, LabelledFace>? change = null) =>
        Of([.. Enumerable.Range(0, count).Select(Face(new Random(seed))).Select(face => face with { Label = change?.Invoke(face.Label) ?? face.Label })]);

    public static TrainingSet Of(IReadOnlyList<TrainingFace> faces) => new(faces, [new FaceDataSource("invented.zip", new string('a', 64), faces.Count)], Nets);

    public static LabelledFace Label(string? expression = null, params (string Name, double Count)[] votes) =>
        new("face", null, null, null, null, expression, votes.ToDictionary(vote => vote.Name, vote => vote.Count, StringComparer.Ordinal));

    private static Func<int, TrainingFace> Face(Random chance) => number =>
    {
        float[] low = [.. Enumerable.Range(0, 4).Select(_ => (float)Population.Gaussian(chance))];
        float[] high = [.. Enumerable.Range(0, 3).Select(_ => (float)Population.Gaussian(chance))];
        var expression = number % Expressions.Length;
        // Loud enough to be told apart.
        high[expression] += 6;
        // Bright above, dark below, or even, and noise.
        float[] chip = [.. Enumerable.Range(0, GreyChip.Side * GreyChip.Side).Select(pixel => 100 + (50 * (expression - 1) * Math.Sign(pixel - 1152)) + chance.Next(40))];
        var label = new LabelledFace(
            $"{number}.jpg", Math.Clamp(3 + (0.6 * low[0]), 1, 5), 35 + (8 * low[1]), low[2] > 0 ? "male" : "female", low[3] > 0 ? "asian" : "white", Expressions[expression],
            new Dictionary<string, double>(StringComparer.Ordinal));
        return new TrainingFace(new FaceFeatures(Blocks, [low, high, chip]), label);
    };
}
