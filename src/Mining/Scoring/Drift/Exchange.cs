using System.Numerics;
using MathNet.Numerics;

namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>
/// Which pooled rows could as well have come later, if nothing had moved, and random arrangements of them. Lives of one speaker are alike, so rows are not exchanged one by one: a speaker
/// whose rows are all on one side changes sides as a whole, with a speaker of about as many rows (1, 2, 3-4, 5-8 …: somebody prolific may differ from somebody with one live, and a short
/// recent time has fewer of the prolific). A speaker with rows on both sides exchanges them among themselves: that speaker's own lives, then and now, tell most, and give no false alarm by being alike.
/// </summary>
internal sealed class Exchange
{
    // Within a class any unit may take the side of any other.
    private readonly (int[][] Units, int Later)[] _classes;
    private readonly byte[] _after;

    /// <param name="speakers">Key of the speaker of each pooled row.</param>
    /// <param name="before">How many of the rows, the first ones, are those before.</param>
    public Exchange(IReadOnlyList<string> speakers, int before)
    {
        _after = new byte[speakers.Count];
        _after.AsSpan(before).Fill(1);
        Count = _after.Length - before;
        var lives = Enumerable.Range(0, speakers.Count).GroupBy(row => speakers[row], StringComparer.Ordinal).Select(rows => rows.ToArray()).ToArray();
        var onBothSides = lives.ToLookup(rows => rows[0] < before && rows[^1] >= before);
        var classes = onBothSides[true].Select(rows => rows.Select(row => (int[])[row]).ToArray())
            .Concat(onBothSides[false].GroupBy(rows => BitOperations.RoundUpToPowerOf2((uint)rows.Length)).Select(units => units.ToArray()));
        _classes = [.. classes.Select(units => (units, units.Count(unit => unit[0] >= before)))];
    }

    /// <summary>The present arrangement, at first the real one: 1 for each row that counts as later, else 0.</summary>
    public ReadOnlySpan<byte> After => _after;

    /// <summary>Number of ones.</summary>
    public int Count { get; private set; }

    /// <summary>The natural logarithm of the number of different arrangements.</summary>
    public double LogArrangements => _classes.Sum(one => SpecialFunctions.BinomialLn(one.Units.Length, one.Later));

    /// <summary>Draws another arrangement; all are equally likely, whatever was drawn before.</summary>
    public void Draw(Random chance)
    {
        Count = 0;
        foreach (var (units, later) in _classes)
        {
            // The smaller side is drawn to the front (the first steps of Fisher-Yates, from any order); the rest is the other side.
            var fewer = Math.Min(later, units.Length - later);
            for (var unit = 0; unit < fewer; unit++)
            {
                var other = chance.Next(unit, units.Length);
                (units[unit], units[other]) = (units[other], units[unit]);
            }

            for (var unit = 0; unit < units.Length; unit++)
            {
                var side = (byte)(unit < fewer == (fewer == later) ? 1 : 0);
                Count += side * units[unit].Length;
                foreach (var row in units[unit])
                {
                    _after[row] = side;
                }
            }
        }
    }
}
