namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The ratings of one live: whole numbers 1..5 with a given sum, distributed as real ones are.</summary>
internal static class Ratings
{
    // After the counts of 1..5 among 3,145 real ratings (46, 33, 111, 311, 2644; zhihu-protocol.md, section 2.3), whose mean is 4.74, with
    // fewer at the bottom: those came from a few bad lives, and inside one live ratings deviate by 0.65 to 0.85 only.
    private static readonly double[] Base = [6, 16, 111, 400, 2600];

    /// <summary>Ratings in random order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="sum">What they add up to, from count to 5·count.</param>
    /// <param name="chance">Where they come from.</param>
    public static int[] Draw(int count, int sum, Random chance)
    {
        if (count == 0)
        {
            return [];
        }

        var weights = Tilted((double)sum / count);
        var ratings = new int[count];
        for (var i = 0; i < count; i++)
        {
            ratings[i] = 1 + chance.PickIndex(weights);
        }

        for (var missing = sum - ratings.Sum(); missing != 0;)
        {
            var i = chance.Next(count);
            var changed = ratings[i] + Math.Sign(missing);
            if (changed is >= 1 and <= 5)
            {
                missing -= Math.Sign(missing);
                ratings[i] = changed;
            }
        }

        return ratings;
    }

    // The base distribution bent exponentially until its mean is the wanted one: of all with that mean the closest to the base.
    private static double[] Tilted(double mean)
    {
        double low = -12, high = 12;
        double[] weights = [];
        for (var step = 0; step < 50; step++)
        {
            var tilt = (low + high) / 2;
            weights = [.. Base.Select((share, i) => share * Math.Exp(tilt * (i - 4)))];
            var total = weights.Sum();
            var reached = weights.Select((weight, i) => weight * (i + 1)).Sum() / total;
            (low, high) = reached < mean ? (tilt, high) : (low, tilt);
        }

        return weights;
    }
}
