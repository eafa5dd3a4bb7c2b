namespace LiveQuality.Mining.Models.Branched;

/// <summary>Where a value stands in its column's code.</summary>
/// <param name="Piece">Of a number the piece it lies in, of a category its unit; -1 for a category that is unknown or unseen.</param>
/// <param name="Share">How far through the piece, 0..1; 1 for a category.</param>
/// <param name="IsUnknown">Whether it is NaN.</param>
internal readonly record struct CodedValue(int Piece, float Share, bool IsUnknown);
