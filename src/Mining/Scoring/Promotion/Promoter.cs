using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring.WarmAndCold;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Scoring.Promotion;

/// <summary>Compares a challenger with the champion on the lives that can be learnt from, each predicted by parts of the models that have not seen its speaker.</summary>
/// <remarks>A model as published has no such parts and is taken as it is, which favours it where it has learnt from these lives.</remarks>
/// <param name="options">For the least number of reviews.</param>
public sealed class Promoter(IOptions<TrainingOptions> options)
{
    /// <summary>Decides.</summary>
    /// <param name="table">All lives, as they are now.</param>
    /// <param name="champion">The champion; null where there is none yet.</param>
    /// <param name="challenger">The challenger; another model than the champion.</param>
    /// <exception cref="ModelFormatException">A model is damaged.</exception>
    /// <exception cref="MiningException">The table lacks what a model learnt from.</exception>
    public PromotionDecision Decide(FeatureTable table, ModelRecord? champion, ModelRecord challenger)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = table.RowsWithReviews(options.Value.MinReviews);
        var truth = table.Targets(rows);
        var slices = ScoreTrainer.SlicesOf(table.ToRich(), rows);
        return PromotionGate.Decide(
            champion is null ? null : AbsoluteErrors(champion), AbsoluteErrors(challenger), [.. rows.Select(row => table.Speakers[row])], Families(slices));

        double[] AbsoluteErrors(ModelRecord model) =>
            [.. ModelArchive.Unpack(model).PredictApart(table, rows).Zip(truth, (predicted, rating) => Math.Abs(predicted - rating))];
    }

    // "tag:105" is slice 105 of the family tag; every live has one of each family, in the same order.
    private static SliceFamily[] Families(IReadOnlyList<IReadOnlyList<string>> slices) =>
    [
        .. Enumerable.Range(0, slices.Count > 0 ? slices[0].Count : 0).Select(family => new SliceFamily(
            slices[0][family].Split(':', 2)[0], [.. slices.Select(own => own[family].Split(':', 2)[1])])),
    ];
}
