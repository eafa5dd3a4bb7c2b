namespace LiveQuality.Mining.Study.Results;

/// <summary>Descriptive statistics of a column.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Count">Values that are there.</param>
/// <param name="Blank">Cells that are not.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Sd">Standard deviation (n - 1).</param>
/// <param name="Minimum">Smallest.</param>
/// <param name="LowerQuartile">25 % are at most this (linear interpolation, as numpy's default).</param>
/// <param name="Median">50 % are.</param>
/// <param name="UpperQuartile">75 % are.</param>
/// <param name="Maximum">Largest.</param>
public sealed record ColumnSummary(
    string Column, int Count, int Blank, double Mean, double Sd, double Minimum, double LowerQuartile, double Median, double UpperQuartile, double Maximum);
