using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Nets;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>What nets are told of expressions: the taggers' votes, or the one label.</summary>
internal sealed class ExpressionTargets
{
    private readonly float[][] _shares;
    private readonly double[] _weights;
    private readonly int _classes;

    private ExpressionTargets(float[][] shares, double[] weights, bool areVotes) => (_shares, _weights, AreVotes, _classes) = (shares, weights, areVotes, shares[0].Length);

    /// <summary>Whether taggers voted.</summary>
    public bool AreVotes { get; }

    /// <param name="set">Faces with an expression each.</param>
    /// <param name="names">The answers.</param>
    public static ExpressionTargets Of(TrainingSet set, IReadOnlyList<string> names)
    {
        var areVotes = set.Faces.All(face => names.Sum(name => face.Label.Votes.GetValueOrDefault(name)) > 0);
        var shares = set.Faces.Select(face => areVotes ? Shares(face, names) : [.. names.Select(name => name == face.Label.Expression ? 1f : 0)]).ToArray();
        return new ExpressionTargets(shares, areVotes ? [.. shares.Select(_ => 1.0)] : RareWeighMore(set, names), areVotes);
    }

    /// <summary>[faces, classes], each row with sum 1.</summary>
    public Matrix Rows(IReadOnlyList<int> faces) => Matrix.Of(faces.Count, _classes, [.. faces.SelectMany(face => _shares[face]).Select(share => (double)share)]);

    /// <summary>Weight of each face; 1 on average.</summary>
    public double[] Weights(IReadOnlyList<int> faces) => [.. faces.Select(face => _weights[face])];

    /// <summary>Shares times weight, [faces, classes].</summary>
    public Tensor Tensor(IReadOnlyList<int> faces) => AlignedTensor.Of([.. faces.SelectMany(face => _shares[face].Select(share => (float)(share * _weights[face])))], faces.Count, _classes);

    private static float[] Shares(TrainingFace face, IReadOnlyList<string> names)
    {
        var sum = names.Sum(name => face.Label.Votes.GetValueOrDefault(name));
        return [.. names.Select(name => (float)(face.Label.Votes.GetValueOrDefault(name) / sum))];
    }

    private static double[] RareWeighMore(TrainingSet set, IReadOnlyList<string> names)
    {
        var counts = names.ToDictionary(name => name, name => (double)set.Faces.Count(face => face.Label.Expression == name), StringComparer.Ordinal);
        double[] weights = [.. set.Faces.Select(face => 1 / Math.Sqrt(counts[face.Label.Expression!]))];
        var mean = weights.Average();
        return Array.ConvertAll(weights, weight => weight / mean);
    }
}
