using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Detecting.Choosing;

/// <summary>
/// Takes the face that a picture is about, or abstains. The limits were chosen on training pictures (MTCNN; samples of 100 of SCUT-FBP5500 and 150 of LFW folds 1-2 as they are, 100 of each made smaller and blurred by a Gaussian; confidence also on 300 of UTKFace).
/// Nothing is known of how often they err: no picture was labelled as too small, blurred or a profile.
/// </summary>
internal static class FaceChooser
{
    /// <summary>Another rule needs another one: caches and stored results go by it.</summary>
    public const string Id = "choice-2";

    /// <summary>The detector must be this sure. The samples of SCUT and LFW lie at .98 or above; of UTKFace, whose faces fill the picture, one in a hundred lies below .89.</summary>
    public const double LeastConfidence = 0.9;

    /// <summary>
    /// Least distance between the eyes, pixels. The points are as exact at 16 as at 32 (they differ from those of the large picture by .02-.03 of the eyes' distance); below 12 they get worse, and nets that want 35 or more see
    /// an enlargement.
    /// </summary>
    public const double LeastEyeDistance = 16;

    /// <summary>
    /// Least <see cref="FaceQuality.Sharpness"/>. The samples have 33 or more, a face at the least eye distance 21 or more (19 of 20), one blurred by a standard deviation of 2 pixels of 112 less than 17 (19 of 20; median 9).
    /// </summary>
    public const double LeastSharpness = 15;

    /// <summary>
    /// Most <see cref="FaceQuality.Yaw"/> to either side; at 1 the nose stands under an eye. LFW's folds 1-2 have 17 faces beyond .9, two of them beyond 1.2, and people are told apart among them as well as among the others. No
    /// profiles were at hand to test it on.
    /// </summary>
    public const double MostYaw = 1.2;

    /// <param name="image">The picture.</param>
    /// <param name="faces">What a detector finds in it.</param>
    public static FaceChoice Choose(RgbImage image, IReadOnlyList<DetectedFace> faces)
    {
        // A face of which the detector is not sure never stands in the way of one of which it is.
        var best = faces.OrderByDescending(face => face.Confidence >= LeastConfidence).ThenByDescending(face => Prominence(face.Box, image)).FirstOrDefault();
        if (best is null)
        {
            return FaceChoice.None(Abstention.NoFace);
        }

        var quality = QualityMeter.Measure(image, best);
        return Objection(quality) is { } reason ? FaceChoice.None(reason, quality) : FaceChoice.Of(best, quality);
    }

    /// <summary>
    /// How much a picture is about a face: area x (1 - d / D), where d is the distance between the centres of box and picture and D half the picture's diagonal. So a face in the middle stands for itself, one in a corner
    /// for nothing, and of two equally far from the middle the larger wins.
    /// </summary>
    public static double Prominence(FaceBox box, RgbImage image)
    {
        var (x, y) = (box.Left + ((box.Width - image.Width) / 2), box.Top + ((box.Height - image.Height) / 2));
        return box.Area * Math.Max(0, 1 - (Math.Sqrt((x * x) + (y * y)) * 2 / Math.Sqrt(((double)image.Width * image.Width) + ((double)image.Height * image.Height))));
    }

    private static Abstention? Objection(FaceQuality quality) => quality switch
    {
        { Confidence: < LeastConfidence } => Abstention.LowConfidence,
        { EyeDistance: < LeastEyeDistance } => Abstention.TooSmall,
        { Yaw: > MostYaw or < -MostYaw } => Abstention.Profile,
        { Sharpness: < LeastSharpness } => Abstention.Blurred,
        _ => null,
    };
}
