using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;

namespace LiveQuality.Worker.Steps.Models;

/// <summary>
/// The stored models and which of them scores. The champion is the one that was promoted last; to promote is to write one time into one record, so there is never none and never two. The challenger is the
/// newest model that was trained after the champion and is not it.
/// </summary>
internal sealed class ModelRegistry(IRecordStore store, TimeProvider time)
{
    /// <summary>All models, the newest first.</summary>
    public async Task<IReadOnlyList<ModelRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        var models = new List<ModelRecord>();
        await foreach (var model in store.ReadAsync(Collections.Models, new Query<ModelRecord> { OrderBy = Collections.ModelsByCreation, Descending = true }, cancellationToken))
        {
            models.Add(model);
        }

        return models;
    }

    /// <summary>The champion; null where no model was ever promoted.</summary>
    public async Task<ModelRecord?> FindChampionAsync(CancellationToken cancellationToken) => ChampionOf(await ReadAsync(cancellationToken));

    /// <summary>The champion among some models.</summary>
    public static ModelRecord? ChampionOf(IReadOnlyList<ModelRecord> models) => models.Where(model => model.PromotedAt is not null).MaxBy(model => model.PromotedAt);

    /// <summary>The challenger among some models, the newest first.</summary>
    public static ModelRecord? ChallengerOf(IReadOnlyList<ModelRecord> models) =>
        ChampionOf(models) is { } champion ? models.FirstOrDefault(model => model.Id != champion.Id && model.CreatedAt > champion.CreatedAt) : models is [var newest, ..] ? newest : null;

    /// <summary>A model by its id, or the one that scores: the champion, or the newest where none was ever promoted.</summary>
    /// <exception cref="MiningException">There is none.</exception>
    public async Task<ModelRecord> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            return await store.FindAsync(Collections.Models, id, cancellationToken)
                ?? throw new MiningException($"{store.Address} has no model {id}; `livequality models list` shows them");
        }

        var models = await ReadAsync(cancellationToken);
        return ChampionOf(models) ?? (models.Count > 0 ? models[0] : throw new MiningException($"{store.Address} has no model yet; `livequality train` makes one"));
    }

    /// <summary>Makes a model the champion.</summary>
    /// <param name="model">The model.</param>
    /// <param name="verdict">Why.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    public Task PromoteAsync(ModelRecord model, string verdict, CancellationToken cancellationToken) =>
        store.UpsertAsync(Collections.Models, [model with { PromotedAt = time.GetUtcNow(), Verdict = verdict }], cancellationToken);

    /// <summary>Makes the champion before the present one champion again. Once more goes back to the present one.</summary>
    /// <returns>The champion now.</returns>
    /// <exception cref="MiningException">There was none before.</exception>
    public async Task<ModelRecord> RollBackAsync(CancellationToken cancellationToken)
    {
        ModelRecord[] promoted = [.. (await ReadAsync(cancellationToken)).Where(model => model.PromotedAt is not null).OrderByDescending(model => model.PromotedAt)];
        if (promoted.Length < 2)
        {
            throw new MiningException($"{store.Address} has had {(promoted.Length == 0 ? "no champion" : "one champion only")}: there is nothing to go back to");
        }

        await PromoteAsync(promoted[1], $"rolled back from {promoted[0].Id}", cancellationToken);
        return promoted[1];
    }
}
