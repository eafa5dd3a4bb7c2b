using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Reasons;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring.Reasons;

/// <summary>Reasons of a whole model, learnt from the study's table.</summary>
[Collection(TorchCollection.Name)]
public sealed class JanuaryReasonsTests(ITestOutputHelper output)
{
    [Fact]
    public void Explain_TheStudysLives_SumsAndIsSteady()
    {
        var cancel = TestContext.Current.CancellationToken;
        var table = StudyTableReader.Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"), cancel);
        var reviews = StudyRow.IndexOf(StudyFeatures.ReviewCount);
        int[] all = [.. Enumerable.Range(0, table.Rows.Count)];
        int[] rated = [.. all.Where(row => table.Rows[row].Score > 0)];
        var features = table.ToRich().ToMatrix(all, rated);
        var categories = RichFeatures.Categories.Select(name => RichFeatures.All.ToList().IndexOf(name)).ToHashSet();
        var model = new MtbDnn(new MtbDnnOptions()).Fit(
            new RatedRows(features, [.. rated.Select(row => table.Rows[row].Score)], [.. rated.Select(row => table.Rows[row].Features[reviews])], [.. rated.Select(row => table.Rows[row].Speaker)]),
            categories, null, cancel).Predictor;
        var baseline = Baseline.Of(features, categories);
        output.WriteLine($"{rated.Length} lives, {features.Columns} columns, {model.Trees.All.Count} trees, share {model.Blend.Share}");
        var some = features.SelectRows([.. Enumerable.Range(0, 40).Select(row => row * 100)]);
        var predicted = model.Predict(some);
        var truth = new Explainer(model, baseline, RichFeatures.All, 40, seed: 7).Explain(some, cancel);
        var explainer = new Explainer(model, baseline, RichFeatures.All);
        var points = explainer.Explain(some, cancel);
        var noise = Math.Sqrt(points.Values.ToArray().Zip(truth.Values.ToArray(), (one, other) => (one - other) * (one - other)).Average());
        output.WriteLine($"noise {noise:0.00000}");

        Assert.All(predicted, (score, row) => Assert.Equal(score, explainer.Base + points.Row(row).ToArray().Sum(), 1e-6));
        Assert.InRange(noise, 0, MostNoise);
    }

    // Points of a column, root mean square: a digit that no sentence shows.
    private const double MostNoise = 0.002;
}
