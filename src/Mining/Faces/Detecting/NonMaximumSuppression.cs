namespace LiveQuality.Mining.Faces.Detecting;

/// <summary>Of boxes that show the same face only the surest stays.</summary>
internal static class NonMaximumSuppression
{
    /// <summary>Items that are looked at, the surest first: a picture made to look like faces everywhere must not cost more.</summary>
    public const int MostItems = 4096;

    /// <summary>Items that stay at most.</summary>
    public const int MostKept = 256;

    /// <summary>Takes the surest, drops what overlaps it too much, and so on with the rest.</summary>
    /// <param name="items">What was found.</param>
    /// <param name="box">Where an item is.</param>
    /// <param name="score">How sure it is; of equally sure ones the earlier goes first.</param>
    /// <param name="overlap">How much two boxes overlap, 0..1.</param>
    /// <param name="most">Overlap above which the less sure one is dropped.</param>
    /// <returns>The rest, the surest first.</returns>
    public static IReadOnlyList<T> Keep<T>(IEnumerable<T> items, Func<T, FaceBox> box, Func<T, double> score, Func<FaceBox, FaceBox, double> overlap, double most)
    {
        var kept = new List<T>();
        foreach (var item in items.OrderByDescending(score).Take(MostItems))
        {
            if (kept.Count < MostKept && kept.TrueForAll(better => overlap(box(better), box(item)) <= most))
            {
                kept.Add(item);
            }
        }

        return kept;
    }
}
