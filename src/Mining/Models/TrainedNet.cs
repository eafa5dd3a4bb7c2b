namespace LiveQuality.Mining.Models;

/// <summary>What one training of an ensemble came to.</summary>
/// <param name="Predictor">What was learnt.</param>
/// <param name="Starts">How often it started, 1 and up: all starts but the last died.</param>
/// <param name="IsDead">Whether the net that was kept says one number for 8 in 10 of its training rows.</param>
/// <param name="Epoch">The epoch whose weights were kept, 1 and up.</param>
internal sealed record TrainedNet(IPredictor Predictor, int Starts, bool IsDead, int Epoch);
