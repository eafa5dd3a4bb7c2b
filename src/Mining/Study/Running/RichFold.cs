using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Study.Running;

/// <summary>One fold as a regressor of the rich columns sees it.</summary>
/// <param name="Training">What to learn from; NaN where unknown.</param>
/// <param name="Test">Features of the rows to predict.</param>
/// <param name="Columns">The columns, in the order of the features.</param>
/// <param name="Categories">Positions of the columns whose numbers are names.</param>
internal sealed record RichFold(RatedRows Training, Matrix Test, IReadOnlyList<string> Columns, IReadOnlySet<int> Categories);
