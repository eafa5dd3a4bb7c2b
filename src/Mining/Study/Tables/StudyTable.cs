using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Tables;

/// <summary>
/// The study's table as the file has it: raw numbers in the file's order, sentinels and all, since the published figures were made from those. (The store's records are cleaned:
/// <see cref="FeatureTable"/>.)
/// </summary>
/// <param name="Rows">One entry a live, in the file's order.</param>
/// <param name="Source">The file and what was found in it.</param>
internal sealed record StudyTable(IReadOnlyList<StudyRow> Rows, StudySource Source)
{
    /// <summary>How many speakers the lives have.</summary>
    public int CountSpeakers() => Rows.Select(row => row.Speaker).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Lives whose score counts: at least so many reviews.</summary>
    /// <returns>A table with the same source and fewer rows, in the same order.</returns>
    public StudyTable WithReviews(int minReviews)
    {
        var column = StudyRow.IndexOf(StudyFeatures.ReviewCount);
        return this with { Rows = [.. Rows.Where(row => row.Features[column] >= minReviews)] };
    }

    /// <summary>Mean ratings, a row each; 0 where a live has too few reviews.</summary>
    public double[] Scores() => [.. Rows.Select(row => row.Score)];

    /// <summary>The same lives in the same order, for the columns beyond the study's.</summary>
    public RichTable ToRich() => new(
        [.. Rows.Select(row => new RichLive(row.Id, row.Speaker, row.CreatedAt, row.StartsAt, row.Features, row.Score > 0 ? row.Score : null, TextOf(row)))]);

    /// <summary>The given columns, in their order; NaN where the cell is blank.</summary>
    /// <exception cref="ArgumentException">A column is not one of <see cref="StudyFeatures.All"/>.</exception>
    public Matrix ToMatrix(IReadOnlyList<string> columns)
    {
        var matrix = new Matrix(Rows.Count, columns.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            var from = StudyRow.IndexOf(columns[column]);
            for (var row = 0; row < Rows.Count; row++)
            {
                matrix[row, column] = Rows[row].Features[from];
            }
        }

        return matrix;
    }

    private static double[] TextOf(StudyRow row) =>
        [.. TextFeatures.Read(row.Texts.GetValueOrDefault(StudyText.Title), row.Texts.GetValueOrDefault(StudyText.Description)).Select(value => value ?? double.NaN)];
}
