using System.Numerics;
using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Detecting.Choosing;

/// <summary>Measures how well a face can be seen.</summary>
internal static class QualityMeter
{
    /// <param name="image">The picture.</param>
    /// <param name="face">A face in it.</param>
    public static FaceQuality Measure(RgbImage image, DetectedFace face) => new(
        face.Confidence,
        Vector2.Distance(face.Landmarks.LeftEye, face.Landmarks.RightEye),
        Sharpness(AlignmentTemplate.ArcFace.Align(image, face.Landmarks)),
        Yaw(face.Landmarks));

    /// <summary>See <see cref="FaceQuality.Yaw"/>.</summary>
    public static double Yaw(Landmarks points)
    {
        var line = points.RightEye - points.LeftEye;
        var share = Vector2.Dot(points.Nose - points.LeftEye, line) / line.LengthSquared();
        // Eyes in one place: the face is seen from the side.
        return float.IsFinite(share) ? (2 * share) - 1 : 1;
    }

    /// <summary>
    /// Variance of the Laplacian (Pech-Pacheco and others, "Diatom autofocusing in brightfield microscopy", 2000) with the kernel of four neighbours, over the inner half of the square: the rest is hair and background,
    /// or the black beyond the picture's edge.
    /// </summary>
    public static double Sharpness(RgbImage face)
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var y = face.Height / 4; y < face.Height * 3 / 4; y++)
        {
            for (var x = face.Width / 4; x < face.Width * 3 / 4; x++)
            {
                var value = Grey(face, x - 1, y) + Grey(face, x + 1, y) + Grey(face, x, y - 1) + Grey(face, x, y + 1) - (4 * Grey(face, x, y));
                (sum, squares, count) = (sum + value, squares + (value * value), count + 1);
            }
        }

        return (squares / count) - (sum / count * (sum / count));
    }

    // Luma of ITU-R BT.601.
    private static double Grey(RgbImage image, int x, int y)
    {
        var at = ((y * image.Width) + x) * RgbImage.Channels;
        return (0.299 * image.Pixels[at]) + (0.587 * image.Pixels[at + 1]) + (0.114 * image.Pixels[at + 2]);
    }
}
