using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Models;

/// <summary>A model as a line of a list.</summary>
/// <param name="Id">The model.</param>
/// <param name="Alias">champion, challenger, or null.</param>
/// <param name="Kind">Name of the regressor.</param>
/// <param name="CreatedAt">When it was trained, UTC.</param>
/// <param name="PromotedAt">When it last became champion; null where it never did.</param>
/// <param name="Verdict">Why it was promoted or not; null where nobody compared it.</param>
/// <param name="CodeVersion">The program that trained it.</param>
/// <param name="WeightsSha256">SHA-256 of its weights.</param>
internal sealed record ModelSummary(
    string Id, string? Alias, string Kind, DateTimeOffset CreatedAt, DateTimeOffset? PromotedAt, string? Verdict, string? CodeVersion, string WeightsSha256)
{
    /// <summary>A model among all.</summary>
    public static ModelSummary Of(ModelRecord model, IReadOnlyList<ModelRecord> all) => new(
        model.Id,
        model.Id == ModelRegistry.ChampionOf(all)?.Id ? "champion" : model.Id == ModelRegistry.ChallengerOf(all)?.Id ? "challenger" : null,
        model.Kind,
        model.CreatedAt,
        model.PromotedAt,
        model.Verdict,
        model.CodeVersion,
        model.WeightsSha256);
}
