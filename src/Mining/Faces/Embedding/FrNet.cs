using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;
using Microsoft.ML.OnnxRuntime;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>A MobileFaceNet of unstated origin: more accurate than the others, but whose faces it learned from, and who allowed that, nobody says. So it is opt-in.</summary>
internal static class FrNet
{
    /// <summary>512 numbers, not normalised.</summary>
    public const string Descriptor = "fr-descriptor";

    /// <summary>Loads it.</summary>
    /// <exception cref="MiningException">The file is missing or damaged.</exception>
    public static OnnxNet Load(FaceModelFiles files)
    {
        var path = files.Require(FaceModelFiles.Fr);
        try
        {
            var model = File.ReadAllBytes(path);
            DenormalWeights.Clear(model);
            return new OnnxNet("fr-feature-0.0.1", AlignmentTemplate.ArcFace, new PixelScale(127, 127, 127, 1 / 128f), [new(Descriptor, 512)], model, isReadTwice: false, ["output"]);
        }
        catch (Exception e) when (e is OnnxRuntimeException or InvalidDataException)
        {
            throw new MiningException($"{path}: this is no net that ONNX Runtime can read ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }
}
