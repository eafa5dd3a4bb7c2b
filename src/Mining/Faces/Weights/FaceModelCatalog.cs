using System.Text.Json;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>All pretrained weights that the house knows (<c>face-models.json</c>).</summary>
/// <param name="Packages">In the order of installation.</param>
internal sealed record FaceModelCatalog(IReadOnlyList<FaceModelPackage> Packages)
{
    /// <summary>The one that comes with the program.</summary>
    public static readonly FaceModelCatalog Default = Load();

    /// <summary>All files of the model that a file belongs to.</summary>
    /// <param name="name">A file's name in the folder.</param>
    /// <returns>Empty where no package has such a file.</returns>
    public IReadOnlyList<FaceModelFile> ModelOf(string name)
    {
        FaceModelFile[] files = [.. Packages.SelectMany(package => package.Files)];
        return [.. files.Where(file => files.Any(named => named.Name == name && named.Model == file.Model))];
    }

    private static FaceModelCatalog Load()
    {
        using var json = typeof(FaceModelCatalog).Assembly.GetManifestResourceStream("face-models.json")!;
        return JsonSerializer.Deserialize<FaceModelCatalog>(json, JsonSerializerOptions.Web)!;
    }
}
