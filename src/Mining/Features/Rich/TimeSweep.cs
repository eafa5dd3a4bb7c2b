namespace LiveQuality.Mining.Features.Rich;

/// <summary>
/// One pass over lives in order of their start, in which each is looked at before it becomes history itself. Lives that start together are all looked at before any of
/// them becomes history; a live whose start is unknown is looked at first of all, and never becomes history.
/// </summary>
/// <remarks>This is what keeps a row from its own and later scores, so nothing else may collect history. The order of the lives changes nothing: equal starts go by id.</remarks>
internal sealed class TimeSweep
{
    private readonly double[] _starts;
    private readonly int[] _order;
    private readonly int[] _timeless;

    /// <param name="starts">When each live starts; NaN where unknown.</param>
    /// <param name="ids">Their ids, which differ.</param>
    public TimeSweep(double[] starts, IReadOnlyList<string> ids)
    {
        _starts = starts;
        _order = [.. Enumerable.Range(0, starts.Length).Where(row => !double.IsNaN(starts[row]))
            .OrderBy(row => starts[row])
            .ThenBy(row => ids[row], StringComparer.Ordinal)];
        _timeless = [.. Enumerable.Range(0, starts.Length).Where(row => double.IsNaN(starts[row]))];
    }

    /// <summary>Passes once over all lives.</summary>
    /// <param name="look">Takes a row, once each; what was added before is its history.</param>
    /// <param name="add">Takes a row whose start is known, once each, to become history.</param>
    public void Run(Action<int> look, Action<int> add)
    {
        foreach (var row in _timeless)
        {
            look(row);
        }

        for (int from = 0, to; from < _order.Length; from = to)
        {
            to = from;
            for (; to < _order.Length && _starts[_order[to]] == _starts[_order[from]]; to++)
            {
                look(_order[to]);
            }

            for (var together = from; together < to; together++)
            {
                add(_order[together]);
            }
        }
    }
}
