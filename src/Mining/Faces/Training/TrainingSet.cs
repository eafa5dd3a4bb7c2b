using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Faces to learn from, and where they come from.</summary>
/// <param name="faces">The faces, in the order of the data sets.</param>
/// <param name="data">The data sets.</param>
/// <param name="features">Id of the features.</param>
/// <param name="silent">Labels of further pictures, in which no face was judged; null for none.</param>
internal sealed class TrainingSet(IReadOnlyList<TrainingFace> faces, IReadOnlyList<FaceDataSource> data, string features, IReadOnlyList<LabelledFace>? silent = null)
{
    // Part of the faces that is kept out of the fit: to stop early, to weigh voters, to report.
    private const double ValidationShare = 0.1;

    // Below this a validation part says nothing.
    private const int Fewest = 10;

    private readonly IReadOnlyList<LabelledFace> _silent = silent ?? [];

    /// <summary>The faces.</summary>
    public IReadOnlyList<TrainingFace> Faces => faces;

    /// <summary>Where they come from.</summary>
    public IReadOnlyList<FaceDataSource> Data => data;

    /// <summary>Id of the features.</summary>
    public string Features => features;

    /// <summary>Share of the pictures in which no face was judged, 0..1.</summary>
    public double AbstentionRate => (double)_silent.Count / (_silent.Count + faces.Count);

    /// <summary>What the faces are: part of a checkpoint's key.</summary>
    public string Key => $"{features} {DataKey}";

    /// <summary>The same for a net that sees pixels only.</summary>
    public string DataKey => $"{string.Join(' ', data.Select(source => source.Sha256))} {faces.Count}";

    /// <summary>The faces that have a label; of the silent pictures too.</summary>
    /// <exception cref="MiningException">None has.</exception>
    public TrainingSet With(string label, Func<LabelledFace, bool> has)
    {
        TrainingFace[] kept = [.. faces.Where(face => has(face.Label))];
        FaceDataSource[] sources = [.. data.Select((source, at) => source with { Faces = kept.Count(face => face.Source == at) })];
        return kept.Length > 0 ? new TrainingSet(kept, sources, features, [.. _silent.Where(has)]) : throw new MiningException($"none of the faces has a label '{label}'");
    }

    /// <summary>Whether any face has a label.</summary>
    public bool Any(Func<LabelledFace, bool> has) => faces.Any(face => has(face.Label));

    /// <summary>The same faces, if they are enough to be parted.</summary>
    /// <exception cref="MiningException">They are fewer than ten.</exception>
    public TrainingSet Enough(string label) =>
        faces.Count >= Fewest ? this : throw new MiningException($"{faces.Count} faces with a label '{label}' are too few to learn from: at least {Fewest} are needed");

    /// <summary>Numbers of the faces to fit and of those to validate on; the same seed gives the same.</summary>
    public (int[] Fit, int[] Validation) Split(int seed)
    {
        var order = Enumerable.Range(0, faces.Count).ToArray();
        new Random(seed).Shuffle(order);
        var kept = (int)Math.Ceiling(faces.Count * ValidationShare);
        return ([.. order[kept..].Order()], [.. order[..kept].Order()]);
    }

    /// <summary>Blocks of some faces as rows.</summary>
    public Matrix Rows(IReadOnlyList<string> blocks, IReadOnlyList<int> chosen)
    {
        var rows = new Matrix(chosen.Count, faces[chosen[0]].Features.Join([.. blocks]).Length);
        for (var row = 0; row < chosen.Count; row++)
        {
            var joined = faces[chosen[row]].Features.Join([.. blocks]);
            for (var column = 0; column < joined.Length; column++)
            {
                rows[row, column] = joined[column];
            }
        }

        return rows;
    }

    /// <summary>A number of some faces' labels.</summary>
    public double[] Targets(Func<LabelledFace, double?> read, IReadOnlyList<int> chosen) => [.. chosen.Select(face => read(faces[face].Label)!.Value)];

    /// <summary>The manifest of what was learned from these faces.</summary>
    public FaceHeadManifest Manifest(
        string kind, IReadOnlyList<string> blocks, IReadOnlyDictionary<string, IReadOnlyList<string>> classes, int seed, IReadOnlyDictionary<string, double> validation, IReadOnlyDictionary<string, WeightTensor> state) =>
        // There is no portrait data set here that may be used for more than research; whoever has one says so in the manifest by hand.
        new(kind, features, blocks, classes, data, seed, FaceHeadManifest.Defined(validation), ResearchOnly: true, FaceHeadFile.HashOf(state));
}
