namespace LiveQuality.Mining.Faces.Weights;

/// <summary>The folder that <c>faces install</c> fills: one folder a package, files under their names in it.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FaceModelFiles(string folder)
{
    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>MTCNN.</summary>
    public const string Mtcnn = "mtcnn_model-weights_manifest.json";

    /// <summary>dlib's ResNet.</summary>
    public const string Dlib = "face_recognition_model-weights_manifest.json";

    /// <summary>68 landmarks.</summary>
    public const string Landmarks68 = "face_landmark_68_model-weights_manifest.json";

    /// <summary>HSE's MobileNet.</summary>
    public const string Faceres = "faceres.json";

    /// <summary>The 512-d embedding of unstated origin.</summary>
    public const string Fr = "fr_feature.onnx";

    /// <summary>UltraFace RFB-320.</summary>
    public const string UltraFace = "fr_detect.onnx";

    /// <summary>Where a file is.</summary>
    /// <exception cref="MiningException">It is not there; the message says how to get it.</exception>
    public string Require(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : throw new MiningException($"face models are not installed: {path} is missing (run: livequality faces install)");
    }
}
