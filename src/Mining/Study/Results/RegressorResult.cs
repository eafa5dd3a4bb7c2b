using System.Text.Json.Serialization;
using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Study.Results;

/// <summary>How good a regressor is.</summary>
/// <param name="Name">For example <c>ridge</c>.</param>
/// <param name="Mae">Mean absolute error: mean over the folds (of the mean over seeds).</param>
/// <param name="MaeSd">Standard deviation over the folds (n - 1); 0 for a single split.</param>
/// <param name="Rmse">Root of the mean squared error, likewise.</param>
/// <param name="RmseSd">Likewise.</param>
/// <param name="Seconds">Fitting and predicting, all folds and seeds.</param>
public sealed record RegressorResult(string Name, double Mae, double MaeSd, double Rmse, double RmseSd, double Seconds)
{
    /// <summary>Columns it learnt from.</summary>
    public required int Features { get; init; }

    /// <summary>Its settings for people, for example <c>alpha 1</c>.</summary>
    public required string Settings { get; init; }

    /// <summary>How often each fold was trained with another seed; 1 where chance plays no part.</summary>
    public required int Seeds { get; init; }

    /// <summary>Errors of each seed over all folds, in the order of the seeds; empty for one seed.</summary>
    public required IReadOnlyList<Errors> BySeed { get; init; }

    /// <summary>Errors of each fold.</summary>
    public required IReadOnlyList<Errors> Folds { get; init; }

    /// <summary>What the paper says; null where it says nothing.</summary>
    public PublishedFigures? Published { get; init; }

    /// <summary>Whether MAE and RMSE lie within one published standard deviation; null where none is published.</summary>
    public bool? WithinOneSd { get; init; }

    /// <summary>One line for people where there is something to say, for example why a figure is off, or how many starts of a net died.</summary>
    public string? Note { get; init; }

    /// <summary>The predictions on rows that were not learnt from.</summary>
    [JsonIgnore]
    public Predictions Predictions { get; init; } = Predictions.None;
}
