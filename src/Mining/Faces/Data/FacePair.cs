namespace LiveQuality.Mining.Faces.Data;

/// <summary>Two pictures, of one person or of two.</summary>
/// <param name="Fold">Part of the data set that it belongs to.</param>
/// <param name="First">Name of a picture in the archive.</param>
/// <param name="Second">Name of the other.</param>
/// <param name="Same">Whether they show one person.</param>
internal sealed record FacePair(int Fold, string First, string Second, bool Same);
