using System.Numerics;
using System.Runtime.CompilerServices;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>The largest value so far and the place where it was first seen, of each lane of a vector.</summary>
/// <param name="Values">The largest.</param>
/// <param name="Starts">Where the vector began that held it.</param>
internal readonly record struct LaneBest(Vector<double> Values, Vector<double> Starts)
{
    /// <summary>Nothing seen.</summary>
    public static LaneBest None => new(new Vector<double>(double.NegativeInfinity), Vector<double>.Zero);

    /// <summary>With one vector more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LaneBest Or(Vector<double> values, int start)
    {
        var better = Vector.GreaterThan(values, Values);
        return new(Vector.ConditionalSelect(better, values, Values), Vector.ConditionalSelect(better, new Vector<double>(start), Starts));
    }

    /// <summary>The largest of all; of equal ones the first, so that the choice is that of a plain loop, whatever the vector's width.</summary>
    public (double Value, int Place) First()
    {
        var (value, place) = (Values[0], (int)Starts[0]);
        for (var lane = 1; lane < Vector<double>.Count; lane++)
        {
            var candidate = (int)Starts[lane] + lane;
            (value, place) = Values[lane] > value || (Values[lane] == value && candidate < place) ? (Values[lane], candidate) : (value, place);
        }

        return (value, place);
    }
}
