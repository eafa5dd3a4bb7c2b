using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>What a scoring did.</summary>
/// <param name="ModelId">The model that scored.</param>
/// <param name="Scores">What became of scores in the store.</param>
/// <param name="Lowest">Lowest score.</param>
/// <param name="Median">Middle score.</param>
/// <param name="Highest">Highest score.</param>
internal sealed record ScoreReport(string ModelId, UpsertCounts Scores, double Lowest, double Median, double Highest) : ICounted
{
    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long>
    {
        ["scoresAdded"] = Scores.Added,
        ["scoresChanged"] = Scores.Changed,
        ["scoresUnchanged"] = Scores.Unchanged,
    };

    string? ICounted.Problem => null;
}
