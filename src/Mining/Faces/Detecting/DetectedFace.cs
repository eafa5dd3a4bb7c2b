using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Detecting;

/// <summary>A face that a detector found.</summary>
/// <param name="Box">Where.</param>
/// <param name="Landmarks">Its five points.</param>
/// <param name="Confidence">How sure the detector is, 0..1.</param>
internal sealed record DetectedFace(FaceBox Box, Landmarks Landmarks, double Confidence);
