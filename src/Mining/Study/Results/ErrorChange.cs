namespace LiveQuality.Mining.Study.Results;

/// <summary>How a regressor's errors change.</summary>
/// <param name="Name">The regressor.</param>
/// <param name="Mae">Change of the MAE; below 0 it looks better with the flaw.</param>
/// <param name="Rmse">Change of the RMSE.</param>
public sealed record ErrorChange(string Name, double Mae, double Rmse);
