using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>A model of kind <c>mtb-dnn</c>: one network for lives that have started, one for those that have not.</summary>
/// <param name="Manifest">Everything but weights.</param>
/// <param name="Warm">For lives that have started.</param>
/// <param name="Cold">For lives that have not.</param>
internal sealed record ScoreModel(ScoreManifest Manifest, MtbDnnPredictor Warm, MtbDnnPredictor Cold) : IScoringModel
{
    /// <inheritdoc/>
    public string Kind => Manifest.Kind;

    /// <inheritdoc/>
    public double? LearntUntil => Manifest.LearntUntil;

    /// <summary>The side for lives that have started.</summary>
    public SideScorer WarmSide => new(ScoreBases.Warm, Manifest.Warm, Warm);

    /// <summary>The side for lives that have not.</summary>
    public SideScorer ColdSide => new(ScoreBases.Cold, Manifest.Cold, Cold);

    /// <inheritdoc/>
    public IReadOnlyList<Score> Score(FeatureTable table, IReadOnlyList<int> rows, string modelId, bool reasons, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lives = table.ToRich();
        var seconds = now.ToUnixTimeSeconds();
        int[] all = [.. Enumerable.Range(0, lives.Count)];
        var coming = rows.ToLookup(row => lives.Lives[row].StartsAt > seconds);
        var scores = new Dictionary<int, Score>(rows.Count);
        foreach (var (side, wanted) in new[] { (WarmSide, coming[false]), (ColdSide, coming[true]) })
        {
            foreach (var (row, score) in side.Score(lives, all, [.. wanted], new ScoreOrder(modelId, reasons, now), cancellationToken))
            {
                scores.Add(row, score);
            }
        }

        return [.. rows.Select(row => scores[row])];
    }

    /// <inheritdoc/>
    public double[] PredictApart(FeatureTable table, IReadOnlyList<int> rows)
    {
        var lives = table.ToRich();
        return Warm.PredictApart(WarmSide.Features(lives, [.. Enumerable.Range(0, lives.Count)], rows), [.. rows.Select(row => table.Speakers[row])]);
    }
}
