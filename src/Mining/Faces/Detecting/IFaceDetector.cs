using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Detecting;

/// <summary>Finds faces. Calls from several threads at once are allowed; the same picture gives the same faces.</summary>
internal interface IFaceDetector : IDisposable
{
    /// <summary>Name and version, part of every result.</summary>
    string Id { get; }

    /// <summary>All faces, the surest first; empty where there is none.</summary>
    IReadOnlyList<DetectedFace> Detect(RgbImage image);
}
