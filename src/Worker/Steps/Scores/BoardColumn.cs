namespace LiveQuality.Worker.Steps.Scores;

/// <summary>One value of every row, to filter and to sort by, and the rows in its order, sorted once.</summary>
internal sealed class BoardColumn
{
    /// <summary>The key of a row without the value: after all that have one.</summary>
    public const long None = long.MaxValue;

    private readonly IReadOnlyList<BoardRow> _rows;
    private readonly long[] _keys;
    private readonly int[] _order;
    private readonly int _present;

    /// <param name="rows">By id.</param>
    /// <param name="key">Its value, in whole numbers that are in the values' order; null where it has none.</param>
    public BoardColumn(IReadOnlyList<BoardRow> rows, Func<BoardRow, long?> key)
    {
        _rows = rows;
        _keys = [.. rows.Select(row => key(row) ?? None)];
        _order = [.. Enumerable.Range(0, rows.Count)];
        // A row's number is its id's place: the sort by (key, number) is the sort by (key, id).
        Array.Sort(_order, (left, right) => _keys[left] != _keys[right] ? _keys[left].CompareTo(_keys[right]) : left.CompareTo(right));
        _present = _keys.Count(value => value != None);
    }

    /// <summary>The values, row by row.</summary>
    public ReadOnlySpan<long> Keys => _keys;

    /// <summary>A number as a key: the same order, in whole numbers.</summary>
    public static long Key(double value)
    {
        // Minus zero is zero.
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits < 0 ? bits ^ long.MaxValue : bits;
    }

    /// <summary>The rows of a list after a place in it, in order.</summary>
    /// <param name="matches">The rows of the list; null for all.</param>
    /// <param name="descending">Largest first.</param>
    /// <param name="after">The place; null for its beginning.</param>
    /// <param name="most">Not more than so many.</param>
    public List<int> Page(BoardMatches? matches, bool descending, LiveCursor? after, int most)
    {
        var page = new List<int>(Math.Min(most, _order.Length));
        for (var place = after is null ? 0 : FirstAfter(after, descending); place < _order.Length && page.Count < most; place++)
        {
            var row = RowAt(place, descending);
            if (matches?.Has(row) != false)
            {
                page.Add(row);
            }
        }

        return page;
    }

    // Largest first is the order backwards, but what has no value stays behind.
    private int RowAt(int place, bool descending) =>
        _order[!descending ? place : place < _present ? _present - 1 - place : _order.Length - 1 - (place - _present)];

    private int FirstAfter(LiveCursor cursor, bool descending)
    {
        var (from, to) = (0, _order.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (IsAfter(RowAt(middle, descending), cursor, descending))
            {
                to = middle;
            }
            else
            {
                from = middle + 1;
            }
        }

        return from;
    }

    private bool IsAfter(int row, LiveCursor cursor, bool descending)
    {
        var key = _keys[row];
        var difference = key != cursor.Key ? key.CompareTo(cursor.Key) : string.CompareOrdinal(_rows[row].Id, cursor.Id);
        var isBackwards = descending && (key == cursor.Key || (key != None && cursor.Key != None));
        return isBackwards ? difference < 0 : difference > 0;
    }
}
