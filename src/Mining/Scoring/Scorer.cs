using LiveQuality.Crawler;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Scoring;

/// <summary>Scores lives with a stored model.</summary>
public sealed class Scorer(TimeProvider time)
{
    /// <summary>Scores every live of the table, also those that nobody has reviewed.</summary>
    /// <param name="table">The lives.</param>
    /// <param name="model">The model; checked first, so that a damaged one scores nothing.</param>
    /// <param name="reasons">Whether each score says why: takes about a hundred times as long.</param>
    /// <param name="cancellationToken">Ends it within one live.</param>
    /// <returns>One score a row, 1..5 as ratings are, in the order of the table.</returns>
    /// <exception cref="ModelFormatException">The model is damaged or of a kind not known here.</exception>
    /// <exception cref="MiningException">The table lacks what the model learnt from.</exception>
    public IReadOnlyList<Score> Score(FeatureTable table, ModelRecord model, bool reasons, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        return ModelArchive.Unpack(model).Score(table, [.. Enumerable.Range(0, table.Ids.Count)], model.Id, reasons, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>Scores one live of the table.</summary>
    /// <param name="table">All lives, since others say what its speaker and its topics are like.</param>
    /// <param name="liveId">The live.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    /// <returns>Its score, with reasons.</returns>
    /// <exception cref="ModelFormatException">The model is damaged or of a kind not known here.</exception>
    /// <exception cref="MiningException">The table lacks the live, or what the model learnt from.</exception>
    public Score ScoreOne(FeatureTable table, string liveId, ModelRecord model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        var row = Enumerable.Range(0, table.Ids.Count).FirstOrDefault(at => table.Ids[at] == liveId, -1);
        return row >= 0
            ? ModelArchive.Unpack(model).Score(table, [row], model.Id, reasons: true, time.GetUtcNow(), cancellationToken)[0]
            : throw new MiningException($"there is no live {liveId} among those to score");
    }

    /// <summary>Why a model cannot say anything of these lives, for example because it learnt from portraits that nobody looks at any more; null where it can.</summary>
    public static string? Fault(FeatureTable table, ModelRecord model)
    {
        ArgumentNullException.ThrowIfNull(model);
        try
        {
            _ = ModelArchive.Unpack(model).PredictApart(table, []);
            return null;
        }
        catch (UserFacingException e)
        {
            return e.Message;
        }
    }
}
