using TorchSharp;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// Factors that are never freed: TorchSharp 0.107 hands libtorch <see cref="Scalar"/>s that nobody holds, and the garbage collector may free one while it is
/// read (see <see cref="Models.Nets.Adam"/>).
/// </summary>
internal static class Held
{
    public static readonly Scalar One = 1.0;
    public static readonly Scalar Two = 2.0;
    public static readonly Scalar Half = 0.5;
    public static readonly Scalar Third = 1.0 / 3.0;
}
