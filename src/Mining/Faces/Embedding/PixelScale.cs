using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>What a net was trained on: (value - mean of the channel) x factor, channel after channel.</summary>
/// <param name="Red">Mean of red, 0..255.</param>
/// <param name="Green">Mean of green.</param>
/// <param name="Blue">Mean of blue.</param>
/// <param name="Factor">Factor.</param>
/// <param name="BlueFirst">The order is blue, green, red (as Caffe's nets have it), not red, green, blue.</param>
internal sealed record PixelScale(float Red, float Green, float Blue, float Factor, bool BlueFirst = false)
{
    /// <summary>The picture as 3 x height x width numbers.</summary>
    public float[] Apply(RgbImage image)
    {
        var plane = image.Width * image.Height;
        var values = new float[plane * RgbImage.Channels];
        ReadOnlySpan<float> means = [Red, Green, Blue];
        for (var channel = 0; channel < RgbImage.Channels; channel++)
        {
            var to = (BlueFirst ? RgbImage.Channels - 1 - channel : channel) * plane;
            for (var i = 0; i < plane; i++)
            {
                values[to + i] = (image.Pixels[(i * RgbImage.Channels) + channel] - means[channel]) * Factor;
            }
        }

        return values;
    }
}
