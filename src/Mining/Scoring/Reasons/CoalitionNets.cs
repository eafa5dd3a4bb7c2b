using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>
/// The mean of several <see cref="BranchedForward"/>, from their first layers' sums on. They say the same but for rounding (1e-6); here silent units are skipped, a block of the second layer stays in registers and so does its score: twice as many
/// lives a second are explained. Widths are rounded up to whole blocks, with weights of 0.
/// </summary>
internal sealed class CoalitionNets
{
    private const int Lanes = 8;

    // Eight registers of eight numbers, and as many bits as a mask has.
    private const int Block = 64;

    private readonly Net[] _nets;

    /// <param name="nets">At least one.</param>
    public CoalitionNets(IReadOnlyList<BranchedForward> nets)
    {
        Width = (nets.Max(net => net.Width) + Block - 1) / Block * Block;
        _nets = [.. nets.Select(net => new Net(net.Weights, Width))];
    }

    /// <summary>Units of a hidden layer, rounded up.</summary>
    public int Width { get; }

    /// <summary>From the first layers' sums to the mean score.</summary>
    /// <param name="sums">[nets, <see cref="Width"/>].</param>
    public double Score(ReadOnlySpan<float> sums)
    {
        Span<float> front = stackalloc float[Width];
        Span<ulong> alive = stackalloc ulong[Width / Block];
        var total = 0.0;
        for (var net = 0; net < _nets.Length; net++)
        {
            var weights = _nets[net];
            ref var own = ref MemoryMarshal.GetReference(sums.Slice(net * Width, Width));
            var score = weights.ScoreBias;
            for (var branch = 0; branch < weights.Branches; branch++)
            {
                Front(weights, (nuint)(branch * Width), ref own, front, alive);
                for (var block = 0; block < Width; block += Block)
                {
                    score += Back(weights, branch * Width, block, front, alive);
                }
            }

            total += score / weights.Branches;
        }

        return total / _nets.Length;
    }

    // A branch's first layer, and a bit for each unit that is not silent.
    private static void Front(Net weights, nuint branch, ref float sums, Span<float> front, Span<ulong> alive)
    {
        ref var to = ref MemoryMarshal.GetReference(front);
        for (var block = 0; block < alive.Length; block++)
        {
            ulong bits = 0;
            for (var lane = 0; lane < Block; lane += Lanes)
            {
                var unit = (nuint)((block * Block) + lane);
                var value = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref sums, unit), Load(weights.Scales1, branch + unit), Load(weights.Biases1, branch + unit));
                value.StoreUnsafe(ref to, unit);
                bits |= (ulong)Vector256.GreaterThan(value, Vector256<float>.Zero).ExtractMostSignificantBits() << lane;
            }

            alive[block] = bits;
        }
    }

    // What one block of a branch's second layer adds to the score.
    private float Back(Net weights, int branch, int block, ReadOnlySpan<float> front, ReadOnlySpan<ulong> alive)
    {
        ref var matrix = ref MemoryMarshal.GetArrayDataReference(weights.Matrix2);
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (var group = 0; group < alive.Length; group++)
        {
            for (var bits = alive[group]; bits != 0; bits &= bits - 1)
            {
                var unit = (group * Block) + (int)ulong.TrailingZeroCount(bits);
                var value = Vector256.Create(front[unit]);
                var at = (nuint)((unit * Width) + block);
                a = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at), value, a);
                b = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + Lanes), value, b);
                c = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (2 * Lanes)), value, c);
                d = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (3 * Lanes)), value, d);
                e = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (4 * Lanes)), value, e);
                f = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (5 * Lanes)), value, f);
                g = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (6 * Lanes)), value, g);
                h = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref matrix, at + (7 * Lanes)), value, h);
            }
        }

        var start = (nuint)(branch + block);
        return Vector256.Sum(
            End(weights, a, start) + End(weights, b, start + Lanes) + End(weights, c, start + (2 * Lanes)) + End(weights, d, start + (3 * Lanes))
            + End(weights, e, start + (4 * Lanes)) + End(weights, f, start + (5 * Lanes)) + End(weights, g, start + (6 * Lanes)) + End(weights, h, start + (7 * Lanes)));
    }

    private static Vector256<float> End(Net weights, Vector256<float> sums, nuint at) =>
        Vector256.Max(Vector256.FusedMultiplyAdd(sums, Load(weights.Scales2, at), Load(weights.Biases2, at)), Vector256<float>.Zero) * Load(weights.Scores, at);

    private static Vector256<float> Load(float[] from, nuint at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), at);

    // One net's weights, rows widened.
    private sealed class Net(BranchedWeights weights, int width)
    {
        public int Branches { get; } = weights.Branches;

        public float[] Scales1 { get; } = Widen(weights.Scales1, weights.Width, width, weights.Branches);

        public float[] Biases1 { get; } = Widen(weights.Biases1, weights.Width, width, weights.Branches);

        public float[] Matrix2 { get; } = Widen(weights.Matrix2, weights.Width, width, width);

        public float[] Scales2 { get; } = Widen(weights.Scales2, weights.Width, width, weights.Branches);

        public float[] Biases2 { get; } = Widen(weights.Biases2, weights.Width, width, weights.Branches);

        public float[] Scores { get; } = Widen(weights.Scores, weights.Width, width, weights.Branches);

        public double ScoreBias { get; } = weights.ScoreBiases.Values.Sum(bias => (double)bias);

        private static float[] Widen(WeightTensor tensor, int from, int to, int rows)
        {
            var wide = new float[rows * to];
            for (var row = 0; row < tensor.Values.Length / from; row++)
            {
                tensor.Values.AsSpan(row * from, from).CopyTo(wide.AsSpan(row * to));
            }

            return wide;
        }
    }
}
