using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Models.Nets;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>Pictures as MTCNN's nets read them: (value - 127.5) / 128.</summary>
internal static class CascadeInput
{
    private const float Zero = 127.5f;

    /// <summary>The whole picture at another size.</summary>
    /// <returns>[1, 3, height, width].</returns>
    public static Tensor Whole(PictureCrops crops, int width, int height)
    {
        var values = new float[RgbImage.Channels * height * width];
        crops.Read(new FaceBox(0, 0, crops.Width, crops.Height), width, height, Zero, values);
        return AlignedTensor.Of(values, 1, RgbImage.Channels, height, width);
    }

    /// <summary>Squares of it.</summary>
    /// <returns>[squares, 3, side, side].</returns>
    public static Tensor Batch(PictureCrops crops, IReadOnlyList<FaceBox> squares, int side)
    {
        var one = RgbImage.Channels * side * side;
        var values = new float[squares.Count * one];
        for (var i = 0; i < squares.Count; i++)
        {
            crops.Read(squares[i], side, side, Zero, values.AsSpan(i * one, one));
        }

        return AlignedTensor.Of(values, squares.Count, RgbImage.Channels, side, side);
    }
}
