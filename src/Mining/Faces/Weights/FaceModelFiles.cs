using System.Collections.Concurrent;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>The flat folder that <c>faces install</c> fills. Files are checked when they are first asked for, once in the life of this object. Calls from several threads at once are allowed.</summary>
/// <param name="folder">The folder.</param>
/// <param name="catalog">What must lie in it.</param>
internal sealed class FaceModelFiles(string folder, FaceModelCatalog catalog)
{
    private readonly ConcurrentDictionary<string, bool> _checked = new(StringComparer.Ordinal);

    /// <summary>With the catalog that comes with the program.</summary>
    public FaceModelFiles(string folder)
        : this(folder, FaceModelCatalog.Default)
    {
    }

    /// <summary>Where models lie unless somebody says otherwise: in the user's local application data, or under the working directory where the system has no such place.</summary>
    public static string DefaultFolder { get; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "livequality", "face-models");

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>MTCNN.</summary>
    public const string Mtcnn = "mtcnn_model-weights_manifest.json";

    /// <summary>dlib's ResNet.</summary>
    public const string Dlib = "face_recognition_model-weights_manifest.json";

    /// <summary>HSE's MobileNet.</summary>
    public const string Faceres = "faceres.json";

    /// <summary>The 512-d embedding of unstated origin.</summary>
    public const string Fr = "fr_feature.onnx";

    /// <summary>UltraFace RFB-320.</summary>
    public const string UltraFace = "fr_detect.onnx";

    /// <summary>Where a file is, once all files of its model are there and are the ones that the catalog names.</summary>
    /// <exception cref="MiningException">One is missing, or is another; the message says what to do.</exception>
    /// <exception cref="ArgumentException">The catalog has no such file.</exception>
    public string Require(string name)
    {
        var files = catalog.ModelOf(name);
        if (files.Count == 0)
        {
            throw new ArgumentException($"no package has {name}", nameof(name));
        }

        foreach (var file in files.Where(file => !_checked.ContainsKey(file.Name)))
        {
            Check(file);
            _checked[file.Name] = true;
        }

        return Path.Combine(folder, name);
    }

    private void Check(FaceModelFile file)
    {
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
        {
            throw new MiningException($"face models are not installed: {path} is missing (run: livequality faces install)");
        }

        if (!Sha256File.Matches(path, file))
        {
            throw new MiningException($"{path} is not the file that was published: its SHA-256 differs (run: livequality faces install)");
        }
    }
}
