using LiveQuality.Mining.Scoring.Drift;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Drift;

public sealed class ExchangeTests
{
    [Fact]
    public void Draw_SpeakersOnOneSide_StayWholeAndAmongTheirLike()
    {
        // Before: a and b with 3 lives, c with 1; after: d with 4, e and f with 1.
        string[] speakers = ["a", "a", "a", "b", "b", "b", "c", "d", "d", "d", "d", "e", "f"];
        var exchange = new Exchange(speakers, 7);
        HashSet<string> seen = [];

        for (var draw = 0; draw < 500; draw++)
        {
            exchange.Draw(new Random(draw));
            seen.Add(string.Concat(exchange.Side.ToArray().Order().Select(row => speakers[row])));
        }

        Assert.Equal(["aaace", "aaacf", "aaaef", "bbbce", "bbbcf", "bbbef", "cdddde", "cddddf", "ddddef"], seen.Order(StringComparer.Ordinal));
        Assert.Equal(Math.Log(9), exchange.LogArrangements, 9);
    }

    [Fact]
    public void Draw_SpeakerOnBothSides_ExchangesOwnRowsOnly()
    {
        var exchange = new Exchange(["a", "a", "b", "a", "b", "b"], 3);
        var chance = new Random(1);
        Dictionary<string, int> seen = [];

        for (var draw = 0; draw < 9000; draw++)
        {
            exchange.Draw(chance);
            var key = string.Join(',', exchange.Side.ToArray().Order());
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        // Any one row of a with any two of b, each 1 time in 9.
        Assert.Equal(9, seen.Count);
        Assert.All(seen.Values, times => Assert.InRange(times, 880, 1120));
    }
}
