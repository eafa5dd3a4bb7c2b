using LiveQuality.Crawler.Records;
using LiveQuality.Mining;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Steps.Models;

namespace LiveQuality.Worker.Steps;

/// <summary>Scores one live that somebody describes, whether the store has it or not. Stores nothing.</summary>
internal sealed class LiveScorer(FeatureStep features, ModelRegistry registry, Scorer scorer)
{
    /// <param name="live">The live; of its speaker and its tags the store knows more.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <returns>Its score by the champion, with reasons where the model gives some.</returns>
    /// <exception cref="MiningException">There is no model yet.</exception>
    public async Task<Score> ScoreAsync(Live live, CancellationToken cancellationToken)
    {
        var model = await registry.FindAsync(id: null, cancellationToken);
        var table = await features.RunWithAsync(live, cancellationToken);
        return await Task.Run(() => scorer.ScoreOne(table, live.Id, model, cancellationToken), cancellationToken);
    }
}
