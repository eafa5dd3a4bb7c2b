using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Scoring.Drift;

/// <summary>Looks whether the lives that came after a model's training are unlike those it learnt from.</summary>
/// <param name="options">For the least number of reviews and the seed.</param>
public sealed class DriftWatch(IOptions<TrainingOptions> options)
{
    /// <summary>Fewer later lives than this say nothing.</summary>
    public const int FewestRows = 50;

    /// <summary>
    /// Compares lives with enough reviews that start after the last one learnt from with those before, in the study's columns and in what the model says of them. Columns that only grow with time, such as the
    /// date, are left out: they are sure to have moved.
    /// </summary>
    /// <param name="table">All lives, as they are now.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends it soon.</param>
    /// <returns>Null where fewer than <see cref="FewestRows"/> such lives have come, or the model does not say until when it learnt.</returns>
    /// <exception cref="ModelFormatException">The model is damaged.</exception>
    /// <exception cref="MiningException">The table lacks what the model learnt from.</exception>
    public DriftReport? Look(FeatureTable table, ModelRecord model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var unpacked = ModelArchive.Unpack(model);
        if (unpacked.LearntUntil is not { } until)
        {
            return null;
        }

        var rows = table.RowsWithReviews(options.Value.MinReviews).ToLookup(row => table.StartsAt[row] > until);
        int[] before = [.. rows[false]];
        int[] after = [.. rows[true]];
        return before.Length == 0 || after.Length < FewestRows
            ? null
            : new DriftDetector(options.Value.Seed).Compare(StudyFeatures.All, RichFeatures.Categories.ToHashSet(StringComparer.Ordinal), Rows(before), Rows(after), cancellationToken);

        DriftRows Rows(int[] some) => new(table.ToMatrix(StudyFeatures.All, some), unpacked.PredictApart(table, some), [.. some.Select(row => table.Speakers[row])]);
    }
}
