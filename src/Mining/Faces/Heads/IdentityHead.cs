using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Tells whether two faces are one person: by the distance of their identity vectors, projected first where a projection learned by triplets (FaceNet's way) proved better.</summary>
internal sealed class IdentityHead : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "triplet";

    private const string ThresholdName = "threshold";
    private const string ProjectionName = "projection";

    private readonly TripletProjection? _projection;

    /// <param name="manifest">Where it comes from.</param>
    /// <param name="state">The threshold, and the projection where there is one.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit.</exception>
    public IdentityHead(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state)
    {
        (Manifest, State, Threshold) = (manifest, state, state.Number(ThresholdName));
        if (state.TryGetValue(ProjectionName, out var weights))
        {
            _projection = weights.Shape.Count == 2 ? new TripletProjection(weights) : throw new ModelFormatException($"weights: {ProjectionName} is no matrix");
        }
    }

    /// <inheritdoc/>
    public FaceHeadManifest Manifest { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State { get; }

    /// <summary>Two faces at this distance or nearer are taken for one person.</summary>
    public double Threshold { get; }

    /// <summary>Its numbers.</summary>
    public static Dictionary<string, WeightTensor> StateOf(double threshold, WeightTensor? projection)
    {
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { [ThresholdName] = StateTensors.Of([threshold]) };
        if (projection is not null)
        {
            state.Add(ProjectionName, projection);
        }

        return state;
    }

    /// <summary>How far two faces are apart.</summary>
    /// <param name="first">Identity vector of one.</param>
    /// <param name="second">Of the other.</param>
    public double Distance(float[] first, float[] second) => _projection is null
        ? IdentityVector.Distance(first, second)
        : IdentityVector.Distance(_projection.Project(first), _projection.Project(second));

    /// <summary>Nothing: one face alone has no answer here.</summary>
    public FaceScores Score(FaceFeatures features) => new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
