namespace LiveQuality.Mining.Faces.Weights;

/// <summary>A file of pretrained weights that npm serves.</summary>
/// <param name="Path">Its path inside the package.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
internal sealed record FaceModelFile(string Path, string Sha256);
