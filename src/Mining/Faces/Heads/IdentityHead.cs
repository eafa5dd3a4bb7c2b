using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Networks;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>Tells whether two faces are one person: by the distance of their identity vectors, projected first where a projection learned by triplets (FaceNet's way) proved better.</summary>
internal sealed class IdentityHead : IFaceHead
{
    /// <summary>Name of the network.</summary>
    public const string Name = "triplet";

    private const string ThresholdName = "threshold";
    private const string ProjectionName = "projection";
    private const string CalibrationName = "calibration";

    private readonly TripletProjection? _projection;
    private readonly SoftmaxPredictor _calibration;

    /// <param name="manifest">Where it comes from.</param>
    /// <param name="state">The threshold, the calibration, and the projection where there is one.</param>
    /// <exception cref="ModelFormatException">The numbers do not fit.</exception>
    public IdentityHead(FaceHeadManifest manifest, IReadOnlyDictionary<string, WeightTensor> state)
    {
        (Manifest, State, Threshold) = (manifest, state, state.Number(ThresholdName));
        _calibration = new SoftmaxPredictor(state.Part(CalibrationName));
        if (_calibration is not { Columns: 1, Classes: 2 })
        {
            throw new ModelFormatException($"weights: {CalibrationName} is not of one distance and two answers");
        }

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
    /// <param name="threshold">Two faces at this distance or nearer are taken for one person.</param>
    /// <param name="calibration">Says of a distance how likely it is between two people (class 0) and within one (class 1).</param>
    /// <param name="projection">W', or null for none.</param>
    public static Dictionary<string, WeightTensor> StateOf(double threshold, SoftmaxPredictor calibration, WeightTensor? projection)
    {
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal) { [ThresholdName] = StateTensors.Of([threshold]) };
        state.AddPart(CalibrationName, calibration.State);
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

    /// <summary>How likely two faces at a distance are one person, where half of all compared pairs are: a logistic function of the distance (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).</summary>
    public double Probability(double distance) => _calibration.Predict(Matrix.Of(1, 1, [distance]))[0, 1];

    /// <summary>Nothing: one face alone has no answer here.</summary>
    public FaceScores Score(FaceFeatures features) => new();

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
