using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>What of Adam depends on how many steps a net has made, for the next steps of several nets.</summary>
/// <param name="Sizes">-rate / (1 - β1^t), [steps, nets, 1].</param>
/// <param name="Corrections">√(1 - β2^t), [steps, nets, 1].</param>
internal sealed record AdamRates(Tensor Sizes, Tensor Corrections)
{
    /// <summary>Makes them; they live in the current dispose scope.</summary>
    /// <param name="learningRate">Step size, above 0.</param>
    /// <param name="done">Steps that each net has made.</param>
    /// <param name="steps">How many follow.</param>
    public static AdamRates After(double learningRate, IReadOnlyList<int> done, int steps)
    {
        var (sizes, corrections) = (new float[steps * done.Count], new float[steps * done.Count]);
        for (var i = 0; i < sizes.Length; i++)
        {
            var step = done[i % done.Count] + (i / done.Count) + 1;
            sizes[i] = (float)(-learningRate / (1 - Math.Pow(Adam.Beta1, step)));
            corrections[i] = (float)Math.Sqrt(1 - Math.Pow(Adam.Beta2, step));
        }

        return new AdamRates(AlignedTensor.Of(sizes, steps, done.Count, 1), AlignedTensor.Of(corrections, steps, done.Count, 1));
    }
}
