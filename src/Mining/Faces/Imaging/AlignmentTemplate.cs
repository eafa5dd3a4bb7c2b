using System.Numerics;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>Where a net wants the five points of a face in its input. Every net has its own: with another's, its embeddings lose ten points of accuracy.</summary>
/// <param name="Name">Short name, part of the cache's key.</param>
/// <param name="Size">Side of the square input, pixels.</param>
/// <param name="Points">Targets of the landmarks, in the order of <see cref="Landmarks.Points"/>, pixels.</param>
internal sealed record AlignmentTemplate(string Name, int Size, IReadOnlyList<Vector2> Points)
{
    /// <summary>112 pixels, as ArcFace and its kin are trained (InsightFace's <c>arcface_dst</c>).</summary>
    public static readonly AlignmentTemplate ArcFace = new(
        "arcface-112", 112, [new(38.2946f, 51.6963f), new(73.5318f, 51.5014f), new(56.0252f, 71.7366f), new(41.5493f, 92.3655f), new(70.7299f, 92.2041f)]);

    /// <summary>The face of a picture as this template wants it.</summary>
    public RgbImage Align(RgbImage image, Landmarks landmarks) => Warp.Apply(image, Similarity.Estimate(landmarks.Points, Points), Size);
}
