using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Scoring.Backtesting;

/// <summary>How near scores of an older edition of the table come to what a newer one says.</summary>
/// <param name="Then">The older edition.</param>
/// <param name="Later">The newer edition.</param>
/// <param name="TrainingRows">Lives of the older edition that were learnt from.</param>
/// <param name="MinReviews">How many reviews those have at least.</param>
/// <param name="Seed">Where chance came from.</param>
/// <param name="FewThenManyLater">Lives with fewer than 18 reviews then and 18 or more later.</param>
/// <param name="NewLives">Lives that only the newer edition has, with 18 or more reviews there; nothing was shown of them then, and their score is the model's.</param>
public sealed record BacktestReport(
    StudySource Then, StudySource Later, int TrainingRows, int MinReviews, int Seed, BacktestGroup FewThenManyLater, BacktestGroup NewLives);
