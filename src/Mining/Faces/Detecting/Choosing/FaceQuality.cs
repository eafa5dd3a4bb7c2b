namespace LiveQuality.Mining.Faces.Detecting.Choosing;

/// <summary>How well a face can be seen.</summary>
/// <param name="Confidence">How sure the detector is, 0..1.</param>
/// <param name="EyeDistance">Between the centres of the eyes, pixels.</param>
/// <param name="Sharpness">Variance of the Laplacian of the grey face of 112 pixels (ArcFace's template), grey levels squared, 0 or more: large where edges are sharp.</param>
/// <param name="Yaw">
/// Where the nose stands between the eyes, measured along the line through them: 0 in the middle, -1 under the eye on the left of the picture, 1 under the other, beyond where the nose hides an eye.
/// </param>
public sealed record FaceQuality(double Confidence, double EyeDistance, double Sharpness, double Yaw);
