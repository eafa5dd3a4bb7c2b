using System.Globalization;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Posterior;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>Contributions as one English sentence: the few largest themes, those that pull the score to where it is before those that hold it back.</summary>
internal static class ReasonsSentence
{
    private const string FirstLive = "it being the speaker's first live";
    private const string Said = "what its reviews say";
    private const string Bounded = "ratings ending at 1 and 5";

    // More than so many nobody remembers.
    private const int MostWithIt = 3;
    private const int MostAgainstIt = 2;

    // What is shown as 0.00 is no reason.
    private const double Least = 0.005;

    /// <summary>Writes it.</summary>
    /// <param name="score">The score.</param>
    /// <param name="typical">What the model says of a typical live.</param>
    /// <param name="contributions">All of them.</param>
    /// <param name="evidence">The reviews seen so far.</param>
    public static string Of(PosteriorScore score, double typical, IReadOnlyCollection<Contribution> contributions, Evidence evidence)
    {
        var isFirst = contributions.Any(contribution => contribution is { Column: "speaker_lives", Value: 0 });
        var themes = contributions
            .GroupBy(contribution => Phrase(contribution.Column, isFirst), contribution => contribution.Points)
            .Select(group => (Phrase: group.Key, Points: group.Sum()))
            .Where(theme => Math.Abs(theme.Points) >= Least)
            .OrderByDescending(theme => Math.Abs(theme.Points))
            .ThenBy(theme => theme.Phrase, StringComparer.Ordinal)
            .ToArray();
        var (shown, same) = (Number(score.Mean), Number(typical));
        // Compared as they are shown: nobody is told that 4.38 is above 4.38.
        var side = shown == same ? 0 : Math.Sign(score.Mean - typical);
        var up = List(themes.Where(theme => theme.Points > 0), side < 0 ? MostAgainstIt : MostWithIt);
        var down = List(themes.Where(theme => theme.Points < 0), side > 0 ? MostAgainstIt : MostWithIt);
        var why = (side, up, down) switch
        {
            (0, "", "") => ", nothing about it stands out",
            (_, "", "") => " by many small things",
            (0, _, "") => $", raised by {up}",
            (0, "", _) => $", lowered by {down}",
            (0, _, _) => $", raised by {up} and lowered by {down}",
            ( > 0, "", _) => $" by many small things, held back by {down}",
            ( > 0, _, "") => $", mostly for {up}",
            ( > 0, _, _) => $", mostly for {up}, held back by {down}",
            (_, _, "") => $" by many small things, helped by {up}",
            (_, "", _) => $", mostly for {down}",
            _ => $", mostly for {down}, helped by {up}",
        };
        return $"{shown}: {(side > 0 ? "above" : side < 0 ? "below" : "like")} a typical live ({same}){why}; {Reviews(evidence, score.EvidenceWeight)}.";
    }

    private static string Phrase(string column, bool isFirst) =>
        column == ScoreReasons.ReviewsSoFar ? Said
        : column == ScoreReasons.Bounds ? Bounded
        : Themes.OfColumn(column) is var theme && theme == Themes.EarlierLives && isFirst ? FirstLive
        : theme;

    private static string List(IEnumerable<(string Phrase, double Points)> themes, int most)
    {
        string[] named = [.. themes.Take(most).Select(theme => $"{theme.Phrase} ({(theme.Points > 0 ? '+' : '−')}{Number(Math.Abs(theme.Points))})")];
        return named.Length < 2 ? string.Concat(named) : $"{string.Join(", ", named[..^1])} and {named[^1]}";
    }

    private static string Reviews(Evidence evidence, double weight) => evidence.Count switch
    {
        0 => "no reviews count so far",
        1 => $"1 review so far counts for {Number(weight)} of it",
        _ => string.Create(CultureInfo.InvariantCulture, $"{evidence.Count} reviews so far count for {Number(weight)} of it"),
    };

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
