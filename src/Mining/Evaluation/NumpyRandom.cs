using System.Numerics;

namespace LiveQuality.Mining.Evaluation;

/// <summary>
/// Draws as numpy's <c>RandomState</c> does, so that a split is the one that a Python study drew: MT19937 seeded by a number (Matsumoto and Nishimura, "Mersenne Twister", 1998,
/// with the initialisation of 2002), bounded integers by masked rejection, and Fisher-Yates from the last element down.
/// </summary>
internal sealed class NumpyRandom
{
    private const int StateSize = 624;
    private const int Shift = 397;
    private const uint UpperBit = 0x8000_0000;
    private const uint TwistMatrix = 0x9908_B0DF;
    private const uint SeedMultiplier = 1_812_433_253;

    private readonly uint[] _state = new uint[StateSize];
    private int _next = StateSize;

    /// <param name="seed">0 or more.</param>
    public NumpyRandom(int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        _state[0] = (uint)seed;
        for (var i = 1; i < StateSize; i++)
        {
            _state[i] = (SeedMultiplier * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>The numbers from 0 to <paramref name="count"/> - 1 in random order: <c>RandomState.permutation</c>, and what <c>shuffle</c> makes of <c>arange</c>.</summary>
    public int[] Permutation(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var last = count - 1; last > 0; last--)
        {
            var other = (int)UpTo((uint)last);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    private uint UpTo(uint most)
    {
        var mask = uint.MaxValue >> BitOperations.LeadingZeroCount(most);
        uint drawn;
        do
        {
            drawn = Next() & mask;
        }
        while (drawn > most);

        return drawn;
    }

    private uint Next()
    {
        if (_next == StateSize)
        {
            Twist();
        }

        var y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < StateSize; i++)
        {
            var y = (_state[i] & UpperBit) | (_state[(i + 1) % StateSize] & ~UpperBit);
            _state[i] = _state[(i + Shift) % StateSize] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : TwistMatrix);
        }

        _next = 0;
    }
}
