namespace LiveQuality.Mining.Models;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">Passes over the rows that are done, 1 and up.</param>
/// <param name="Epochs">Passes in all.</param>
/// <param name="Loss">Mean squared error over the last pass, while the weights were moving.</param>
public readonly record struct FitProgress(int Epoch, int Epochs, double Loss);
