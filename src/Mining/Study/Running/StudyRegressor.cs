using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Study.Running;

/// <summary>A regressor as the study uses it: one of <paramref name="Single"/>, <paramref name="Nets"/> and <see cref="Rich"/> is set.</summary>
/// <param name="Name">The name people use.</param>
/// <param name="Settings">Its settings for people.</param>
/// <param name="Features">How many columns it learns from: 15 selected ones, 23 (all without the tag) or 24; with <see cref="Rich"/> as many as that takes.</param>
/// <param name="Single">Makes it; it is trained once a fold.</param>
/// <param name="Nets">Makes it, given whether dead nets are drawn anew; it is trained once a fold and seed.</param>
internal sealed record StudyRegressor(string Name, string Settings, int Features, Func<IRegressor>? Single, Func<bool, INetEnsemble>? Nets)
{
    /// <summary>The training on the rich columns that it comes of; done once a fold.</summary>
    public RichFit? Rich { get; init; }
}
