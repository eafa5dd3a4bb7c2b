namespace LiveQuality.Mining.Evaluation;

/// <summary>Rows to learn from and rows to measure on that have no group in common: nobody's other lives give the answer away.</summary>
/// <param name="Training">Row numbers, ascending.</param>
/// <param name="HeldOut">Row numbers, ascending.</param>
internal sealed record GroupedHoldout(IReadOnlyList<int> Training, IReadOnlyList<int> HeldOut)
{
    /// <summary>Holds out a share of the groups, drawn by the seed, whatever the order of the rows.</summary>
    /// <param name="groups">The group of each row, for example its speaker; at least two different ones.</param>
    /// <param name="share">Share of the groups to hold out, between 0 and 1; at least one is, and at least one stays.</param>
    /// <param name="seed">Sets which.</param>
    /// <exception cref="ArgumentException">There are fewer than two groups.</exception>
    public static GroupedHoldout Split(IReadOnlyList<string> groups, double share, int seed)
    {
        var drawn = groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (drawn.Length < 2)
        {
            throw new ArgumentException($"{drawn.Length} group cannot be split", nameof(groups));
        }

        new Random(seed).Shuffle(drawn);
        var count = Math.Clamp((int)Math.Round(drawn.Length * share), 1, drawn.Length - 1);
        var heldOut = drawn.Take(count).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, groups.Count).ToLookup(row => heldOut.Contains(groups[row]));
        return new GroupedHoldout([.. rows[false]], [.. rows[true]]);
    }
}
