using LiveQuality.Mining.Evaluation;

namespace LiveQuality.Mining.Study.Results;

/// <summary>A regressor's errors minus those of a network on the same rows; above 0 the network is better.</summary>
/// <param name="Name">The regressor.</param>
/// <param name="Against">The network: <c>mtb-dnn-2019</c> or <c>mtb-dnn</c>.</param>
/// <param name="Mae">Difference of the MAE over all test rows.</param>
/// <param name="Rmse">Difference of the RMSE over all test rows.</param>
public sealed record PairedDifference(string Name, string Against, Interval Mae, Interval Rmse);
