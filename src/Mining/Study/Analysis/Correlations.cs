using LiveQuality.Mining.Features;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;
using MathNet.Numerics.Statistics;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Pearson's correlations between the features and the score.</summary>
internal static class Correlations
{
    /// <summary>Correlates every pair of columns that are not constant; a blank cell counts as its column's median.</summary>
    public static CorrelationMatrix Of(StudyTable table)
    {
        var features = table.ToMatrix(StudyFeatures.All);
        features = MedianImputer.Fit(features).Apply(features);
        var columns = StudyFeatures.All
            .Select((name, position) => (Name: name, Values: features.Column(position)))
            .Append((Name: StudyFeatures.ReviewScore, Values: table.Scores()))
            .Where(column => column.Values.Any(value => value != column.Values[0]))
            .ToArray();
        var values = Correlation.PearsonMatrix(columns.Select(column => column.Values));
        // Rounding may leave a hair above 1.
        return new CorrelationMatrix(
            [.. columns.Select(column => column.Name)], [.. values.ToRowArrays().Select(row => Array.ConvertAll(row, value => Math.Clamp(value, -1, 1)))]);
    }
}
