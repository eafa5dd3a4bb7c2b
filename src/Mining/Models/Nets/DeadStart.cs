namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// On its way from 0 up to the ratings a net this narrow often loses all units of a ReLU layer at once and then says one number for every row for ever. Such a
/// start is dead, and a new one may be drawn, as anybody would who looks at the training rows; no other row is looked at.
/// </summary>
internal static class DeadStart
{
    /// <summary>How often a training starts at most. Where every start dies there is nothing to tell the rows apart by, and one number for all of them is right.</summary>
    public const int MostStarts = 10;

    /// <summary>Whether the middle 8 in 10 of the scores are one and the same number: a few rows far out may still reach a unit that is lost to all others.</summary>
    /// <param name="scores">What the net says to its training rows, at least one; is sorted here.</param>
    public static bool Shows(float[] scores)
    {
        Array.Sort(scores);
        var last = scores.Length - 1;
        return scores[(int)Math.Floor(0.1 * last)] == scores[(int)Math.Ceiling(0.9 * last)];
    }
}
