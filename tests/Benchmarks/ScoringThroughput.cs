using System.Diagnostics;
using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Trees;
using LiveQuality.Mining.Scoring.Reasons;
using LiveQuality.Mining.Scoring.WarmAndCold;
using LiveQuality.Mining.Study.Tables;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;

namespace LiveQuality.Benchmarks;

/// <summary>How long it takes to train the model that scores and to score with it, beside ML.NET's own LightGBM on the same columns in the same run.</summary>
internal static class ScoringThroughput
{
    private const int MinReviews = 18;
    private const int Lives = 50_000;
    private const int Singles = 5_000;
    private const int Explained = 1_000;
    private const int Repeats = 3;

    public static void Run(string file)
    {
        var lives = StudyTableReader.Read(file, CancellationToken.None).ToRich();
        int[] all = [.. Enumerable.Range(0, lives.Count)];
        int[] rows = [.. all.Where(row => lives.Lives[row].Score is not null && ScoreSlices.ReviewCount(lives.Lives[row]) >= MinReviews)];
        Say($"{lives.Count:N0} lives, {rows.Length:N0} to learn from, {Environment.ProcessorCount} cores");

        var tensors = torch.Tensor.TotalCount;
        var training = new ScoreTraining(new MtbDnnOptions());
        var (warm, seconds) = Best(1, () =>
        {
            _ = training.Fit(ScoreBases.Cold, lives, all, rows, null, CancellationToken.None);
            return training.Fit(ScoreBases.Warm, lives, all, rows, null, CancellationToken.None);
        });
        Say($"train both sides        {seconds:0.0} s; tensors alive before {tensors}, after {torch.Tensor.TotalCount}");

        var scorer = new SideScorer(ScoreBases.Warm, warm.Side, warm.Predictor);
        int[] many = [.. Enumerable.Range(0, Lives).Select(number => number % lives.Count)];
        var (features, featureSeconds) = Best(Repeats, () => scorer.Features(lives, all, many));
        Say($"features of lives       {Lives / featureSeconds:N0} lives/s");
        var (_, scoreSeconds) = Best(Repeats, () => Score(scorer, warm.Predictor, features, lives, many));
        Say($"score with interval     {Lives / scoreSeconds:N0} lives/s");
        Say($"ML.NET LightGBM alone   {Lives / Peer(features, lives, rows, scorer, all):N0} lives/s, without interval");
        var explained = features.SelectRows([.. Enumerable.Range(0, Explained)]);
        var explainer = new Explainer(warm.Predictor, [.. warm.Side.Typical.Select(value => value ?? double.NaN)], warm.Side.Columns);
        var (_, reasonSeconds) = Best(Repeats, () => explainer.Explain(explained, CancellationToken.None));
        Say($"reasons                 {Explained / reasonSeconds:N0} lives/s");
        Single(scorer, warm.Predictor, features, lives, many);
    }

    private static double Score(SideScorer scorer, MtbDnnPredictor predictor, Matrix features, RichTable lives, int[] rows)
    {
        var slices = ScoreSlices.Of(lives, rows);
        return predictor.Predict(features).Select((predicted, index) => scorer.Weigh(predicted, ScoreSlices.Evidence(lives.Lives[rows[index]]), slices[index]).High).Sum();
    }

    private static double Peer(Matrix features, RichTable lives, int[] rows, SideScorer scorer, int[] all)
    {
        var context = new MLContext(seed: 0);
        var medians = MedianImputer.Fit(features);
        var model = GradientBoosting.Trainer(context, new BoostingOptions())
            .Fit(TreeRow.View(context, medians.Apply(scorer.Features(lives, all, rows)), [.. rows.Select(row => lives.Lives[row].Score!.Value)]));
        var asked = context.Data.Cache(TreeRow.View(context, medians.Apply(features), new double[features.Rows]));
        return Best(Repeats, () => model.Transform(asked).GetColumn<float>("Score").Sum()).Seconds;
    }

    private static void Single(SideScorer scorer, MtbDnnPredictor predictor, Matrix features, RichTable lives, int[] many)
    {
        var slices = ScoreSlices.Of(lives, many);
        var times = new double[Singles];
        for (var number = 0; number < Singles; number++)
        {
            var start = Stopwatch.GetTimestamp();
            var predicted = predictor.Predict(features.SelectRows([number]))[0];
            _ = scorer.Weigh(predicted, ScoreSlices.Evidence(lives.Lives[many[number]]), slices[number]);
            times[number] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Say($"one score               median {times[Singles / 2]:0.000} ms, p99 {times[Singles * 99 / 100]:0.000} ms, slowest {times[^1]:0.0} ms");
    }

    private static (T Result, double Seconds) Best<T>(int repeats, Func<T> work)
    {
        var (result, best) = (default(T)!, double.PositiveInfinity);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            result = work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (result, best);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
