namespace LiveQuality.Mining.Faces.Weights;

/// <summary>How far an installation of face models is.</summary>
/// <param name="Package">The package that is next, with its version; of the last report the one that was last.</param>
/// <param name="Done">Packages done.</param>
/// <param name="Total">Packages in all.</param>
public readonly record struct FaceInstallProgress(string Package, int Done, int Total);
