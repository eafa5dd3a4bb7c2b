using System.Numerics.Tensors;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>The γ of a kernel: a number, or a rule that makes one of the training rows. The default is <see cref="Scale"/>, as scikit-learn's.</summary>
internal readonly record struct SvrGamma
{
    private readonly double? _number;
    private readonly bool _auto;

    private SvrGamma(double? number, bool auto) => (_number, _auto) = (number, auto);

    /// <summary>1 / (columns · variance of all training values taken together); 1 where that variance is 0, or too small to divide by.</summary>
    public static SvrGamma Scale => default;

    /// <summary>1 / columns.</summary>
    public static SvrGamma Auto => new(null, auto: true);

    /// <summary>A number, above 0.</summary>
    public static SvrGamma Of(double number) => double.IsFinite(number) && number > 0
        ? new(number, auto: false)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "γ must be a number above 0");

    /// <summary>The number for these training rows.</summary>
    public double For(Matrix features)
    {
        if (_number is { } number)
        {
            return number;
        }

        var spread = _auto ? 1 : Variance(features.Values);
        var gamma = 1 / (features.Columns * spread);
        return double.IsFinite(gamma) ? gamma : 1;
    }

    private static double Variance(ReadOnlySpan<double> values)
    {
        var deviation = TensorPrimitives.StdDev(values);
        return deviation * deviation;
    }
}
