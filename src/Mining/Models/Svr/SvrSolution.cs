namespace LiveQuality.Mining.Models.Svr;

/// <summary>Where the solver ended.</summary>
/// <param name="Beta">β = α - α* of each training row, -C to C; α is its positive part and α* its negative part. They sum to 0.</param>
/// <param name="Bias">b of the regression function Σ β K + b.</param>
/// <param name="Objective">The dual's objective, ½ βᵀKβ - yᵀβ + ε Σ|β|, which was minimised.</param>
/// <param name="TrainingError">Mean squared error over the training rows.</param>
/// <param name="Steps">Pairs of rows that were moved.</param>
internal sealed record SvrSolution(double[] Beta, double Bias, double Objective, double TrainingError, long Steps);
