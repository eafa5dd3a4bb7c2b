using System.Globalization;

namespace LiveQuality.Mining.Scoring.Intervals;

/// <summary>Names for the groups of lives that must each be covered: the tag, the price, and whether the speaker has given lives before.</summary>
internal static class LiveSlices
{
    /// <summary>A live of a speaker without earlier lives.</summary>
    public const string NewSpeaker = "speaker:new";

    /// <summary>A live of a speaker with earlier ones.</summary>
    public const string KnownSpeaker = "speaker:known";

    private const double FenPerYuan = 100;

    /// <summary>The groups of one live.</summary>
    /// <param name="tag">Id of its first tag; 0 where it has none.</param>
    /// <param name="amountFen">Its price in fen, NaN where unknown.</param>
    /// <param name="earlierLives">Lives of the speaker that start before it.</param>
    public static IReadOnlyList<string> Of(long tag, double amountFen, int earlierLives) =>
        [string.Create(CultureInfo.InvariantCulture, $"tag:{tag}"), Price(amountFen / FenPerYuan), earlierLives > 0 ? KnownSpeaker : NewSpeaker];

    private static string Price(double yuan) => yuan switch
    {
        < 10 => "price:under 10",
        < 20 => "price:10-20",
        < 40 => "price:20-40",
        >= 40 => "price:40+",
        _ => "price:unknown",
    };
}
