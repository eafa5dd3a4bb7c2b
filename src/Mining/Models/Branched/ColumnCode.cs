namespace LiveQuality.Mining.Models.Branched;

/// <summary>How one column is coded; see <see cref="ColumnCodes"/>.</summary>
/// <param name="isCategory">Whether its numbers are names.</param>
/// <param name="edges">Ascending: where pieces begin and end, or the categories.</param>
/// <param name="median">Where an unknown number stands.</param>
internal sealed class ColumnCode(bool isCategory, float[] edges, float median)
{
    private const int NumbersAKind = 3;

    public bool IsCategory => isCategory;

    public float[] Edges => edges;

    public float Median => median;

    /// <summary>The column's first unit among those of all columns.</summary>
    public int First { get; set; }

    /// <summary>Pieces of the range, or categories.</summary>
    public int Pieces => isCategory ? edges.Length : edges.Length - 1;

    /// <summary>The pieces, and the unit that says "unknown".</summary>
    public int Units => Pieces + 1;

    /// <summary>Learns the pieces.</summary>
    /// <param name="values">The column of the training rows, NaN where unknown.</param>
    /// <param name="isCategory">Whether its numbers are names.</param>
    /// <param name="bins">Most pieces.</param>
    public static ColumnCode Fit(IReadOnlyList<double> values, bool isCategory, int bins)
    {
        float[] known = [.. values.Where(double.IsFinite).Select(value => (float)value).Order()];
        if (isCategory)
        {
            return new ColumnCode(true, [.. known.Distinct()], 0);
        }

        if (known.Length == 0)
        {
            return new ColumnCode(false, [0, 1], 0);
        }

        float[] edges = [.. Enumerable.Range(0, bins + 1).Select(bin => known[(int)((long)(known.Length - 1) * bin / bins)]).Distinct()];
        // A constant column needs an end too; from 2^24 on a float and 1 more are the same number.
        return new ColumnCode(false, edges.Length > 1 ? edges : [edges[0], Math.Max(edges[0] + 1, MathF.BitIncrement(edges[0]))], known[known.Length / 2]);
    }

    /// <summary>Reads what <see cref="ColumnCodes.Save"/> wrote.</summary>
    /// <exception cref="ModelFormatException">These are no codes.</exception>
    public static ColumnCode[] Load(float[] kinds, float[] edges)
    {
        var codes = new ColumnCode[kinds.Length / NumbersAKind];
        var at = 0;
        for (var column = 0; column < codes.Length; column++)
        {
            var (isCategory, count, median) = (kinds[NumbersAKind * column] != 0, kinds[(NumbersAKind * column) + 1], kinds[(NumbersAKind * column) + 2]);
            if (!(count >= (isCategory ? 0 : 2) && count <= edges.Length - at) || !float.IsFinite(median))
            {
                throw new ModelFormatException($"column {column} has {count} pieces");
            }

            codes[column] = new ColumnCode(isCategory, edges[at..(at + (int)count)], median);
            at += (int)count;
            for (var edge = 1; edge < codes[column].Edges.Length; edge++)
            {
                if (!(codes[column].Edges[edge] > codes[column].Edges[edge - 1]))
                {
                    throw new ModelFormatException($"the pieces of column {column} do not ascend");
                }
            }
        }

        return codes.Length > 0 && kinds.Length % NumbersAKind == 0 && at == edges.Length ? codes : throw new ModelFormatException("the codes of columns have the wrong size");
    }

    /// <summary>Where a value stands.</summary>
    /// <param name="value">The value; NaN where unknown.</param>
    public CodedValue Find(float value)
    {
        if (isCategory)
        {
            return new CodedValue(Math.Max(Array.BinarySearch(edges, value), -1), 1, float.IsNaN(value));
        }

        var (isUnknown, place) = (float.IsNaN(value), float.IsNaN(value) ? median : value);
        // Not a binary search: there are few edges, and most values are small.
        var piece = 0;
        while (piece < Pieces - 1 && place >= edges[piece + 1])
        {
            piece++;
        }

        return new CodedValue(piece, Math.Clamp((place - edges[piece]) / (edges[piece + 1] - edges[piece]), 0, 1), isUnknown);
    }

    /// <summary>Writes the units of one value.</summary>
    /// <param name="value">The value; NaN where unknown.</param>
    /// <param name="units">[<see cref="Units"/>], all 0.</param>
    public void Write(float value, Span<float> units)
    {
        var (piece, share, isUnknown) = Find(value);
        if (!isCategory)
        {
            units[..piece].Fill(1);
        }

        if (piece >= 0)
        {
            units[piece] = share;
        }

        units[Pieces] = isUnknown ? 1 : 0;
    }
}
