namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Whether fewer of these have something than of those before, and not by chance.</summary>
internal static class Shares
{
    /// <summary>Fewest objects that say anything: a page of the feed, the least that a crawl of an unchanged site reads.</summary>
    public const int FewestObjects = 10;

    /// <summary>From so many objects on a field that none of them has any more is gone, without asking chance.</summary>
    public const int FewestForGone = 20;

    // Five points, with room for the last bit of a double.
    private const double Points = 0.05 - 1e-9;

    // A crawl makes about 300 comparisons, but most fields are always or never there and cannot seem to drop; a dozen that come and go by nature make a false
    // alarm in some 10,000 crawls. In full coverage of 2,000 before, 3 of 10 missing now are beyond it, and 5 of 100: the five points of the rule.
    private const double Chance = 1e-5;

    /// <summary>Whether a share fell by five points or more.</summary>
    /// <param name="now">How many have it now.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="before">How many had it before.</param>
    /// <param name="ofBefore">Of how many.</param>
    public static bool Fell(long now, long of, long before, long ofBefore)
    {
        if (of < FewestObjects || ofBefore < FewestObjects || Of(before, ofBefore) - Of(now, of) < Points)
        {
            return false;
        }

        var gone = now == 0 && of >= FewestForGone && before * 2 >= ofBefore;
        return gone || ChanceOfSoFew(now, of, before, ofBefore) < Chance;
    }

    public static double Of(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>Whether two shares differ by less than five points: about the same.</summary>
    public static bool AreClose(double one, double other) => Math.Abs(one - other) <= Points;

    /// <summary>
    /// Chance that <paramref name="now"/> or fewer have it if both came out of one urn: the lower tail of the hypergeometric distribution (Fisher's exact
    /// test), right for few and for many.
    /// </summary>
    internal static double ChanceOfSoFew(long now, long of, long before, long ofBefore)
    {
        var having = now + before;
        var (least, most) = (Math.Max(0, having - ofBefore), Math.Min(of, having));
        var mode = Math.Clamp((long)((of + 1.0) * (having + 1.0) / (of + ofBefore + 2.0)), least, most);

        // Weights relative to the most likely number, outwards until they no longer count: a few thousand steps for millions of items.
        const double Nothing = 1e-20;
        var (all, soFew) = (0.0, 0.0);
        var weight = 1.0;
        for (var i = mode; i <= most && weight > Nothing; i++)
        {
            Add(i);
            weight *= (having - i) * (double)(of - i) / ((i + 1.0) * (ofBefore - having + i + 1.0));
        }

        weight = 1.0;
        for (var i = mode; i > least && weight > Nothing; i--)
        {
            weight *= i * (double)(ofBefore - having + i) / ((having - i + 1.0) * (of - i + 1.0));
            Add(i - 1);
        }

        return soFew / all;

        void Add(long number)
        {
            all += weight;
            soFew += number <= now ? weight : 0;
        }
    }
}
