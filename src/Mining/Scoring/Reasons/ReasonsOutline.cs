using System.Globalization;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>What there is to say of a score's reasons, before it is said in a language: the few largest themes, those that pull the score to where it is and those that hold it back.</summary>
/// <param name="Score">The score.</param>
/// <param name="Typical">What the model says of a typical live.</param>
/// <param name="Side">1 above the typical live, -1 below it, 0 where both are the same to the two decimals that are shown.</param>
/// <param name="Raising">Themes that raise the score, with their points, the largest first; empty where none is worth a word.</param>
/// <param name="Lowering">Themes that lower it, likewise; their points are below 0.</param>
/// <param name="Reviews">Reviews that count so far.</param>
/// <param name="Weight">Their share in the score, 0..1.</param>
public sealed record ReasonsOutline(
    double Score,
    double Typical,
    int Side,
    IReadOnlyList<(ReasonTheme Theme, double Points)> Raising,
    IReadOnlyList<(ReasonTheme Theme, double Points)> Lowering,
    long Reviews,
    double Weight)
{
    // More than so many nobody remembers.
    private const int MostWithIt = 3;
    private const int MostAgainstIt = 2;

    // What is shown as 0.00 is no reason.
    private const double Least = 0.005;

    /// <summary>Of a stored score, whenever it was made.</summary>
    /// <param name="score">The score.</param>
    /// <param name="weight">Share of the reviews in it; null counts as none.</param>
    /// <param name="reasons">Why.</param>
    public static ReasonsOutline Of(double score, double? weight, ScoreReasons reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        var said = reasons.Contributions.FirstOrDefault(contribution => contribution.Column == ScoreReasons.ReviewsSoFar);
        return Of(score, reasons.Base, reasons.Contributions, (long)(said?.Value ?? 0), weight ?? 0);
    }

    /// <summary>Of a score that is being made.</summary>
    internal static ReasonsOutline Of(double score, double typical, IReadOnlyCollection<Contribution> contributions, long reviews, double weight)
    {
        var isFirst = contributions.Any(contribution => contribution is { Column: "speaker_lives", Value: 0 });
        var themes = contributions
            .GroupBy(contribution => ThemeOf(contribution.Column, isFirst), contribution => contribution.Points)
            .Select(group => (Theme: group.Key, Points: group.Sum()))
            .Where(theme => Math.Abs(theme.Points) >= Least)
            .OrderByDescending(theme => Math.Abs(theme.Points))
            .ThenBy(theme => theme.Theme)
            .ToArray();
        // Compared as they are shown: nobody is told that 4.38 is above 4.38.
        var side = Number(score) == Number(typical) ? 0 : Math.Sign(score - typical);
        return new(
            score,
            typical,
            side,
            [.. themes.Where(theme => theme.Points > 0).Take(side < 0 ? MostAgainstIt : MostWithIt)],
            [.. themes.Where(theme => theme.Points < 0).Take(side > 0 ? MostAgainstIt : MostWithIt)],
            reviews,
            weight);
    }

    /// <summary>A score, points or a share as they are shown.</summary>
    internal static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static ReasonTheme ThemeOf(string column, bool isFirst) => Themes.OfColumn(column) is var theme && theme == ReasonTheme.EarlierLives && isFirst ? ReasonTheme.FirstLive : theme;
}
