using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Study.Running;

/// <summary>A regressor as the study uses it: one of <paramref name="Single"/> and <paramref name="Nets"/> is set.</summary>
/// <param name="Name">The name people use.</param>
/// <param name="Settings">Its settings for people.</param>
/// <param name="Features">How many columns it learns from: 15 selected ones, 23 (all without the tag) or 24.</param>
/// <param name="Single">Makes it; it is trained once a fold.</param>
/// <param name="Nets">Makes it, given whether dead nets are drawn anew; it is trained once a fold and seed.</param>
internal sealed record StudyRegressor(string Name, string Settings, int Features, Func<IRegressor>? Single, Func<bool, INetEnsemble>? Nets);
