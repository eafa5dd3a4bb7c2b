using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>HSE_FaceRec_tf's MobileNet (Apache-2.0): trained on VGGFace2 to tell people apart, then on age and gender.</summary>
internal static class FaceresNet
{
    /// <summary>1,024 numbers after the last pooling.</summary>
    public const string Embedding = "faceres-embedding";

    /// <summary>Probabilities of ages 0 to 99.</summary>
    public const string Age = "faceres-age";

    /// <summary>Probability of male.</summary>
    public const string Gender = "faceres-gender";

    /// <summary>The face with a margin about it. Within a fifth of this size and fifteen pixels up or down neither age nor gender changes by more than chance does (500 faces of UTKFace).</summary>
    public static readonly AlignmentTemplate Crop = new(
        "faceres-224", 224, [new(77, 90), new(147, 90), new(112, 130), new(83, 171), new(141, 171)]);

    /// <summary>Blue first, minus the mean of ImageNet in Caffe's numbers, as its authors feed it; the best of ten ways on 500 faces of UTKFace; red first costs two points of verification.</summary>
    private static readonly PixelScale Scale = new(123.68f, 116.779f, 103.939f, 1, BlueFirst: true);

    /// <summary>Loads it.</summary>
    /// <exception cref="MiningException">The files are missing or damaged.</exception>
    public static OnnxNet Load(FaceModelFiles files)
    {
        var outputs = new Dictionary<string, string> { ["global_pooling/Mean"] = Embedding, ["age_pred/Softmax"] = Age, ["gender_pred/Sigmoid"] = Gender };
        var model = GraphModel.ToOnnx(files.Require(FaceModelFiles.Faceres), [1, RgbImage.Channels, Crop.Size, Crop.Size], outputs);
        return new OnnxNet("faceres-3.0.4", Crop, Scale, [new(Embedding, 1024), new(Age, 100), new(Gender, 1)], model, isReadTwice: true);
    }
}
