using System.Diagnostics.CodeAnalysis;

namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>What the intake made of bytes: a picture, or the reason why not. Exactly one of the two is there.</summary>
internal sealed class ImageOutcome
{
    private ImageOutcome(RgbImage? image, ImageRefusal? refusal) => (Image, Refusal) = (image, refusal);

    /// <summary>The picture.</summary>
    public RgbImage? Image { get; }

    /// <summary>Why there is none.</summary>
    public ImageRefusal? Refusal { get; }

    /// <summary>Whether there is a picture.</summary>
    [MemberNotNullWhen(true, nameof(Image))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Taken => Image is not null;

    /// <summary>A picture.</summary>
    public static ImageOutcome Take(RgbImage image) => new(image, null);

    /// <summary>No picture.</summary>
    public static ImageOutcome Refuse(ImageRefusalReason reason, string message) => new(null, new ImageRefusal(reason, message));
}
