using LiveQuality.Mining.Scoring.Intervals;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>Counts intervals that held what came, and those that did not.</summary>
internal sealed class CoverageTally
{
    private readonly SortedDictionary<string, (HashSet<ReviewedLive> Lives, int Held, int Count)> _slices = new(StringComparer.Ordinal);
    private int _held;
    private int _count;

    /// <summary>One interval.</summary>
    /// <param name="live">Whose.</param>
    /// <param name="band">The evidence behind it.</param>
    /// <param name="held">Whether what came lies in it.</param>
    public void Add(ReviewedLive live, string band, bool held)
    {
        _count++;
        _held += held ? 1 : 0;
        foreach (var slice in live.Slices.Prepend($"evidence:{band}"))
        {
            var own = _slices.TryGetValue(slice, out var known) ? known : ([], 0, 0);
            own.Lives.Add(live);
            _slices[slice] = (own.Lives, own.Held + (held ? 1 : 0), own.Count + 1);
        }
    }

    /// <summary>What was counted.</summary>
    public CoverageReport Report() =>
        new(_count, Share(_held, _count), [.. _slices.Select(slice => new SliceCoverage(slice.Key, slice.Value.Lives.Count, Share(slice.Value.Held, slice.Value.Count)))]);

    private static double Share(int held, int count) => count == 0 ? 0 : (double)held / count;
}
