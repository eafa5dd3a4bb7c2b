namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>How far two samples of one column lie apart, prepared so that many arrangements of the same pooled rows are measured fast.</summary>
internal interface IColumnStatistic
{
    /// <summary>The distance; the same bits for the same arrangement.</summary>
    /// <param name="after">1 for each pooled row that counts as later, else 0.</param>
    /// <param name="count">Number of ones.</param>
    /// <returns>0 or more.</returns>
    double Of(ReadOnlySpan<byte> after, int count);
}
