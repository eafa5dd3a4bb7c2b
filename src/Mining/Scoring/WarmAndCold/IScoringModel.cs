using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Scoring.WarmAndCold;

/// <summary>A stored model, ready to score.</summary>
internal interface IScoringModel
{
    /// <summary>Name of the regressor.</summary>
    string Kind { get; }

    /// <summary>When the last live that was learnt from started, Unix seconds; null where the model does not say.</summary>
    double? LearntUntil { get; }

    /// <summary>Scores lives of the table.</summary>
    /// <param name="table">All lives, since a live's history are its speaker's others.</param>
    /// <param name="rows">The rows wanted.</param>
    /// <param name="modelId">Id of the model, for the scores.</param>
    /// <param name="reasons">Whether each score says why; a model that cannot leaves it out.</param>
    /// <param name="now">The time of the scoring: a live that starts later is scored by what is known beforehand.</param>
    /// <param name="cancellationToken">Ends it within one live.</param>
    /// <returns>One score a wanted row, in their order.</returns>
    /// <exception cref="MiningException">The table lacks what the model learnt from.</exception>
    IReadOnlyList<Score> Score(FeatureTable table, IReadOnlyList<int> rows, string modelId, bool reasons, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What the model says of lives without their reviews; where it can, by a part of it that has not learnt from the speaker.</summary>
    /// <param name="table">All lives.</param>
    /// <param name="rows">The rows wanted.</param>
    /// <exception cref="MiningException">The table lacks what the model learnt from.</exception>
    double[] PredictApart(FeatureTable table, IReadOnlyList<int> rows);
}
