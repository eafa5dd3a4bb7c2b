using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Scoring.WarmAndCold;

namespace LiveQuality.Mining.Scoring;

/// <summary>What a stored model's manifest says of its data and of how good it is, for people. Nothing is restored and no weight is read.</summary>
/// <param name="Options">How it was trained.</param>
/// <param name="Columns">What it learnt from.</param>
/// <param name="TrainingRows">Lives it learnt from.</param>
/// <param name="TrainingSpeakers">Their speakers.</param>
/// <param name="DataSha256">SHA-256 of the data, 64 hex digits.</param>
/// <param name="LearntUntil">When the last live it learnt from started, UTC; null where it does not say.</param>
/// <param name="Holdout">Errors on lives of speakers it had not seen.</param>
/// <param name="HeldOutRows">Lives that those were measured on.</param>
/// <param name="HeldOutSpeakers">Their speakers.</param>
/// <param name="ColdHoldout">Errors of what it says before a live starts; null where it makes no difference.</param>
/// <param name="Coverage">What its 90 % intervals cover; null where it gives none.</param>
/// <param name="ColdCoverage">The same before a live starts.</param>
/// <param name="Slices">Errors by slice; empty where it has none.</param>
/// <param name="Versions">Libraries that took part, by name.</param>
public sealed record ManifestFigures(
    TrainingOptions Options,
    IReadOnlyList<string> Columns,
    int TrainingRows,
    int TrainingSpeakers,
    string DataSha256,
    DateTimeOffset? LearntUntil,
    Errors Holdout,
    int HeldOutRows,
    int HeldOutSpeakers,
    Errors? ColdHoldout,
    CoverageReport? Coverage,
    CoverageReport? ColdCoverage,
    IReadOnlyList<SliceErrors> Slices,
    IReadOnlyDictionary<string, string> Versions)
{
    private const double Normal95 = 1.96;

    /// <summary>
    /// The mean absolute error with a 95 % interval, normal, from the variance of the absolute error, RMSE² − MAE². Each speaker counts as one row, as if all their lives erred alike: wider than it has to be, never
    /// too narrow for that reason.
    /// </summary>
    public Interval MaeInterval
    {
        get
        {
            var half = Normal95 * Math.Sqrt(Math.Max(0, (Holdout.Rmse * Holdout.Rmse) - (Holdout.Mae * Holdout.Mae)) / Math.Max(1, HeldOutSpeakers));
            return new Interval(Holdout.Mae, Math.Max(0, Holdout.Mae - half), Holdout.Mae + half);
        }
    }

    /// <summary>Reads a model's manifest.</summary>
    /// <exception cref="ModelFormatException">It is damaged, or of a kind that is not known here.</exception>
    public static ManifestFigures Read(ModelRecord model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Kind switch
        {
            MtbDnn.Name => Of(ModelArchive.Read(model.Manifest, ManifestJson.Default.ScoreManifest)),
            MtbDnn2019.Name => Of(ModelArchive.Read(model.Manifest, ManifestJson.Default.ModelManifest)),
            _ => throw new ModelFormatException($"{model.Kind} is no kind of model known here"),
        };
    }

    private static ManifestFigures Of(ScoreManifest manifest) => new(
        manifest.Options,
        manifest.Warm.Columns,
        manifest.TrainingRows,
        manifest.TrainingSpeakers,
        manifest.DataSha256,
        manifest.LearntUntil is { } seconds && double.Abs(seconds) < DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null,
        manifest.Warm.Holdout,
        // Every live is held out once.
        manifest.TrainingRows,
        manifest.TrainingSpeakers,
        manifest.Cold.Holdout,
        manifest.Warm.Coverage,
        manifest.Cold.Coverage,
        manifest.Slices,
        manifest.Versions);

    private static ManifestFigures Of(ModelManifest manifest) => new(
        manifest.Options,
        manifest.Pipeline.Columns,
        manifest.TrainingRows,
        manifest.TrainingSpeakers,
        manifest.DataSha256,
        LearntUntil: null,
        manifest.Holdout.Model,
        manifest.Holdout.HeldOutRows,
        manifest.Holdout.HeldOutSpeakers,
        ColdHoldout: null,
        Coverage: null,
        ColdCoverage: null,
        Slices: [],
        manifest.Versions);
}
