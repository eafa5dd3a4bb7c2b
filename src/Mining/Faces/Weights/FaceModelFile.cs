namespace LiveQuality.Mining.Faces.Weights;

/// <summary>A file of pretrained weights that npm serves.</summary>
/// <param name="Model">Short name of the model that it is a part of; a model is only as good as all its files.</param>
/// <param name="Path">Its path inside the package.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
internal sealed record FaceModelFile(string Model, string Path, long Bytes, string Sha256)
{
    /// <summary>Its name in the folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}
