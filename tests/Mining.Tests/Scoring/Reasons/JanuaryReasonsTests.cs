using System.Diagnostics;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Scoring.Posterior;
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
    public void Explain_TheStudysLives_IsExactFastAndSteady()
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
        var some = features.SelectRows([.. Enumerable.Range(0, 80).Select(row => row * 50)]);
        var predicted = model.Predict(some);
        var truth = new Explainer(model, baseline, RichFeatures.All, 120, seed: 7).Explain(some, cancel);
        for (var row = 0; row < 8; row++)
        {
            var asked = new Explainer(model, baseline, RichFeatures.All);
            var live = table.Rows[rated[row * 50]];
            var evidence = Evidence.Of(live.Score, (long)live.Features[reviews] / 4);
            output.WriteLine(Reasoning.Of(asked, some.Row(row), asked.Explain(some.Row(row)), predicted[row], new PriorAndEvidence(0.03, 0.2).Weigh(predicted[row], evidence), evidence).Sentence);
        }

        foreach (var pairs in new[] { 1, 2, 4, 8, 16 })
        {
            var explainer = new Explainer(model, baseline, RichFeatures.All, pairs);
            explainer.Explain(some.SelectRows([0, 1, 2, 3]), cancel);
            var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var points = explainer.Explain(some, cancel);
            var (spent, took) = (Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(clock));
            var off = points.Values.ToArray().Zip(truth.Values.ToArray(), (one, other) => Math.Abs(one - other)).Order().ToArray();
            var sums = Enumerable.Range(0, some.Rows).Max(row => Math.Abs(explainer.Base + points.Row(row).ToArray().Sum() - predicted[row]));
            output.WriteLine($"{pairs} pairs: {some.Rows / took.TotalSeconds:0} lives/s, {spent.TotalMilliseconds / some.Rows:0.00} ms of CPU a live; rms {Math.Sqrt(off.Average(x => x * x)):0.00000}, 99 % {off[off.Length * 99 / 100]:0.0000}, worst {off[^1]:0.0000}; sum off {sums:e1}");
        }
    }
}
