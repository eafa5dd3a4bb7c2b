using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>Lives that listeners have rated, to learn from.</summary>
/// <param name="Features">A row a live; NaN where unknown.</param>
/// <param name="Ratings">Mean ratings, 1..5.</param>
/// <param name="Reviews">How many ratings each is the mean of, 1 or more.</param>
/// <param name="Speakers">Whose live it is: the lives of one speaker are never on both sides of a split.</param>
internal sealed record RatedRows(Matrix Features, IReadOnlyList<double> Ratings, IReadOnlyList<double> Reviews, IReadOnlyList<string> Speakers)
{
    /// <summary>Some of the rows, in the given order.</summary>
    public RatedRows At(IReadOnlyList<int> rows) => new(
        Features.SelectRows(rows), [.. rows.Select(row => Ratings[row])], [.. rows.Select(row => Reviews[row])], [.. rows.Select(row => Speakers[row])]);
}
