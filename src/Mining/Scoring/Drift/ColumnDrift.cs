namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>How far one column has moved between the training rows and later ones.</summary>
/// <param name="Name">The column, or <see cref="DriftReport.ScoreColumn"/>.</param>
/// <param name="Statistic">
/// Distance of the two samples, 0 or more, about 1 where nothing moved (for a category: about the number of its values). Numbers: Anderson-Darling of the known values plus χ² of the
/// share missing. Categories: χ² of the values, missing as one of them.
/// </param>
/// <param name="Threshold">Above it, this column alone would be called moved: 1 % of false alarms a column.</param>
/// <param name="PValue">Share of the arrangements in which this column moved at least as far by chance; at most 0.01 in 1 % of the columns that have not moved.</param>
/// <param name="FamilyPValue">Share of the arrangements in which any column moved at least as strikingly.</param>
/// <param name="Alarm">Whether <paramref name="FamilyPValue"/> is at most 0.01: it moved, even though so many columns were looked at.</param>
/// <param name="MedianBefore">Median of the known training values; null where there are none, and for categories.</param>
/// <param name="MedianAfter">The same of the later rows.</param>
/// <param name="MissingBefore">Share of the training rows where it is unknown, 0..1.</param>
/// <param name="MissingAfter">The same of the later rows.</param>
public sealed record ColumnDrift(
    string Name,
    double Statistic,
    double Threshold,
    double PValue,
    double FamilyPValue,
    bool Alarm,
    double? MedianBefore,
    double? MedianAfter,
    double MissingBefore,
    double MissingAfter);
