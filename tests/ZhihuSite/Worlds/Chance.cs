namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Seeded chance: every thing of the world has a generator of its own, so that a new field does not change the others.</summary>
internal static class Chance
{
    /// <summary>A generator for one thing; the same seed, purpose and index give the same numbers on every machine.</summary>
    public static Random For(int seed, string purpose, int index)
    {
        // FNV-1a, 64 bits, folded.
        var hash = 14695981039346656037UL;
        foreach (var part in $"{seed}/{purpose}/{index}")
        {
            hash = unchecked((hash ^ part) * 1099511628211UL);
        }

        return new Random((int)((hash ^ (hash >> 32)) & int.MaxValue));
    }

    // Box and Muller; one of the pair is thrown away, which keeps the generator free of state.
    public static double NextNormal(this Random chance) =>
        Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

    public static bool NextBool(this Random chance, double share) => chance.NextDouble() < share;

    public static T Pick<T>(this Random chance, IReadOnlyList<T> items) => items[chance.Next(items.Count)];

    /// <summary>An index, each as likely as its weight.</summary>
    public static int PickIndex(this Random chance, IReadOnlyList<double> weights)
    {
        var left = chance.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }

    public static string NextHex(this Random chance, int digits)
    {
        var bytes = new byte[(digits + 1) / 2];
        chance.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes)[..digits];
    }

    public static double Dot(this ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    public static double Dot(this Span<double> left, ReadOnlySpan<double> right) => ((ReadOnlySpan<double>)left).Dot(right);
}
