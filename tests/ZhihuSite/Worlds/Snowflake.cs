using System.Globalization;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The site's rule for live ids: <c>created_at = floor((id &gt;&gt; 22) / 1000 + 1292780000)</c>.</summary>
internal static class Snowflake
{
    private const long Epoch = 1_292_780_000;
    private const int LowBits = 22;

    /// <summary>An id of something that was made at a time; half of them are odd and change when a double carries them.</summary>
    /// <param name="createdAt">Unix seconds.</param>
    /// <param name="chance">Where milliseconds and low bits come from.</param>
    public static string At(long createdAt, Random chance) =>
        (((((createdAt - Epoch) * 1000) + chance.Next(1000)) << LowBits) | (uint)chance.Next(1 << LowBits)).ToString(CultureInfo.InvariantCulture);

    /// <summary>When the thing with that id was made, unix seconds.</summary>
    public static long CreatedAt(string id) => ((long.Parse(id, CultureInfo.InvariantCulture) >> LowBits) / 1000) + Epoch;
}
