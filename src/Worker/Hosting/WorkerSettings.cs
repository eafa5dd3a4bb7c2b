namespace LiveQuality.Worker.Hosting;

/// <summary>What a person chose on the command line that more than one part needs.</summary>
/// <param name="Store">Address of the store; null for what the configuration says.</param>
/// <param name="StoreMustExist">Whether the command only reads, so that a missing file is an error.</param>
/// <param name="Json">Whether results are JSON.</param>
/// <param name="Seed">Where all chance comes from; null for what the configuration says.</param>
/// <param name="Regressor">What to train; null for what the configuration says.</param>
/// <param name="MinReviews">Least reviews of a live to learn from; null for what the configuration says.</param>
/// <param name="Features">Number of columns to learn from; null for what the configuration says.</param>
internal sealed record WorkerSettings(string? Store, bool StoreMustExist, bool Json, int? Seed, string? Regressor, int? MinReviews, int? Features);
