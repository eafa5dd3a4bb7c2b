using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.WarmAndCold;

/// <summary>What the product promises, on the study's table.</summary>
[Collection(TorchCollection.Name)]
public sealed class JanuaryScoresTests
{
    [Fact]
    public void Train_OnTheStudysTable_KeepsWhatIsPromised()
    {
        var table = Read();

        var (model, _) = ScoreTrainer.Train(table, new TrainingOptions(), null, TestContext.Current.CancellationToken);

        var warm = model.Manifest.Warm;
        Assert.Equal(2863, model.Manifest.TrainingRows);
        Assert.InRange(warm.Holdout.Mae, 0.2, 0.257);
        Assert.InRange(warm.Holdout.Rmse, 0.3, 0.360);
        var rows = table.RowsWithReviews(18);
        Assert.Equal(warm.Holdout.Mae, Errors.Of(model.PredictApart(table, rows), table.Targets(rows)).Mae, 1e-9);
        Assert.All([warm, model.Manifest.Cold], side =>
        {
            Assert.InRange(side.Prior.PriorReviews, 3, 15);
            Assert.InRange(side.Coverage.Share, 0.88, 0.92);
            Assert.All(side.Coverage.Slices.Where(slice => slice.Lives >= 50), slice => Assert.True(slice.Share >= 0.87, $"{slice}"));
        });
    }

    private static FeatureTable Read() => new(
        [
            .. StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), TestContext.Current.CancellationToken).Rows.OrderBy(row => row.Id, StringComparer.Ordinal)
                .Select(row => new FeatureRow(
                    row.Id, row.Speaker, row.CreatedAt, row.StartsAt, [.. row.Features.Select(value => double.IsNaN(value) ? (double?)null : value)], row.Score > 0 ? row.Score : null)),
        ],
        StudyFeatures.All);
}
