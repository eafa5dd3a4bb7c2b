namespace LiveQuality.Mining.Faces.Evaluating;

/// <summary>A figure for the people of one gender and race.</summary>
/// <param name="Gender">As the labels have it; <c>all</c> for everybody.</param>
/// <param name="Race">As the labels have it; <c>all</c> for everybody.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Value">The figure; NaN where these rows do not define it.</param>
public sealed record GroupScore(string Gender, string Race, int Count, double Value)
{
    /// <summary>Everybody.</summary>
    public const string All = "all";

    /// <summary>Measures every group that occurs: each gender and race, each gender, each race, everybody, in this order and by name.</summary>
    /// <param name="genders">One a row.</param>
    /// <param name="races">One a row.</param>
    /// <param name="metric">A figure of the given row numbers.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    internal static IReadOnlyList<GroupScore> Table(IReadOnlyList<string> genders, IReadOnlyList<string> races, Func<IReadOnlyList<int>, double> metric)
    {
        if (genders.Count != races.Count)
        {
            throw new ArgumentException($"{genders.Count} genders for {races.Count} races", nameof(races));
        }

        return [
            .. By(row => (genders[row], races[row])), .. By(row => (genders[row], All)), .. By(row => (All, races[row])), .. By(_ => (All, All)),
        ];

        IEnumerable<GroupScore> By(Func<int, (string Gender, string Race)> group) => Enumerable.Range(0, genders.Count).GroupBy(group)
            .OrderBy(rows => rows.Key.Gender, StringComparer.Ordinal).ThenBy(rows => rows.Key.Race, StringComparer.Ordinal)
            .Select(rows => new GroupScore(rows.Key.Gender, rows.Key.Race, rows.Count(), metric([.. rows])));
    }
}
