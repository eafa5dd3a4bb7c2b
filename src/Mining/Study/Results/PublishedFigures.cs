namespace LiveQuality.Mining.Study.Results;

/// <summary>A row of a published table.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="MaeSd">Its standard deviation over folds; null where there was one split.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="RmseSd">Its standard deviation over folds.</param>
public sealed record PublishedFigures(double Mae, double? MaeSd, double Rmse, double? RmseSd);
