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
    // Within a class any unit may take the place of any other; so many of its units are on the side that is followed.
    private readonly (int[][] Units, int Followed)[] _classes;
    private readonly int[] _side;
    private int _count;

    /// <param name="speakers">Key of the speaker of each pooled row.</param>
    /// <param name="before">How many of the rows, the first ones, are those before.</param>
    public Exchange(IReadOnlyList<string> speakers, int before)
    {
        // The smaller side is followed: it is less work, and one side tells the other.
        var followed = speakers.Count - before <= before ? before..speakers.Count : 0..before;
        var lives = Enumerable.Range(0, speakers.Count).GroupBy(row => speakers[row], StringComparer.Ordinal).Select(rows => rows.ToArray()).ToArray();
        var onBothSides = lives.ToLookup(rows => rows[0] < before && rows[^1] >= before);
        var classes = onBothSides[true].Select(rows => rows.Select(row => (int[])[row]).ToArray())
            .Concat(onBothSides[false].GroupBy(rows => BitOperations.RoundUpToPowerOf2((uint)rows.Length)).Select(units => units.ToArray()));
        _classes = [.. classes.Select(units => (units, units.Count(unit => unit[0] >= followed.Start.Value && unit[0] < followed.End.Value)))];
        _side = new int[speakers.Count];
        for (var row = followed.Start.Value; row < followed.End.Value; row++)
        {
            _side[_count++] = row;
        }
    }

    /// <summary>The rows on one side of the present arrangement, at first the real one: of the side that really has fewer rows, of equal ones the later.</summary>
    public ReadOnlySpan<int> Side => _side.AsSpan(0, _count);

    /// <summary>The natural logarithm of the number of different arrangements.</summary>
    public double LogArrangements => _classes.Sum(one => SpecialFunctions.BinomialLn(one.Units.Length, one.Followed));

    /// <summary>Draws another arrangement; all are equally likely, whatever was drawn before.</summary>
    public void Draw(Random chance)
    {
        _count = 0;
        foreach (var (units, followed) in _classes)
        {
            // The fewer are drawn to the front (the first steps of Fisher-Yates, from any order); the rest are the others.
            var fewer = Math.Min(followed, units.Length - followed);
            for (var unit = 0; unit < fewer; unit++)
            {
                var other = chance.Next(unit, units.Length);
                (units[unit], units[other]) = (units[other], units[unit]);
            }

            foreach (var rows in fewer == followed ? units.AsSpan(0, fewer) : units.AsSpan(fewer))
            {
                rows.CopyTo(_side, _count);
                _count += rows.Length;
            }
        }
    }
}
