using System.Globalization;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The site's rule for live ids: <c>created_at = floor((id &gt;&gt; 22) / 1000 + 1292780000)</c>.</summary>
internal static class Snowflake
{
    private const long Epoch = 1_292_780_000;
    private const int MachineBits = 10;
    private const int SequenceBits = 12;
    private const int LowBits = MachineBits + SequenceBits;

    // On the site 47 of 7,242 ids are the second of their millisecond: odd, and changed by a double, which leaves all others as they are.
    private const double SecondShare = 0.01;

    /// <summary>An id of something that was made at a time.</summary>
    /// <param name="createdAt">Unix seconds.</param>
    /// <param name="chance">Where milliseconds, machine and sequence come from.</param>
    public static string At(long createdAt, Random chance)
    {
        var milliseconds = ((createdAt - Epoch) * 1000) + chance.Next(1000);
        var machine = (long)chance.Next(1 << MachineBits);
        var sequence = chance.NextBool(SecondShare) ? 1L : 0L;
        return ((milliseconds << LowBits) | (machine << SequenceBits) | sequence).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>When the thing with that id was made, unix seconds.</summary>
    public static long CreatedAt(string id) => ((long.Parse(id, CultureInfo.InvariantCulture) >> LowBits) / 1000) + Epoch;
}
