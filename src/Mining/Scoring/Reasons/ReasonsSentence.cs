using System.Globalization;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>Reasons as one English sentence.</summary>
internal static class ReasonsSentence
{
    /// <summary>Writes it.</summary>
    public static string Of(ReasonsOutline outline)
    {
        var (up, down) = (List(outline.Raising), List(outline.Lowering));
        var why = (outline.Side, up, down) switch
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
        var side = outline.Side switch { > 0 => "above", < 0 => "below", _ => "like" };
        return $"{Number(outline.Score)}: {side} a typical live ({Number(outline.Typical)}){why}; {Reviews(outline)}.";
    }

    private static string List(IReadOnlyList<(ReasonTheme Theme, double Points)> themes)
    {
        string[] named = [.. themes.Select(theme => $"{Words(theme.Theme)} ({(theme.Points > 0 ? '+' : '−')}{Number(Math.Abs(theme.Points))})")];
        return named.Length < 2 ? string.Concat(named) : $"{string.Join(", ", named[..^1])} and {named[^1]}";
    }

    private static string Reviews(ReasonsOutline outline) => outline.Reviews switch
    {
        0 => "no reviews count so far",
        1 => $"1 review so far counts for {Number(outline.Weight)} of it",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} reviews so far count for {Number(outline.Weight)} of it"),
    };

    private static string Words(ReasonTheme theme) => theme switch
    {
        ReasonTheme.Offer => "how it is offered",
        ReasonTheme.FirstLive => "it being the speaker's first live",
        ReasonTheme.Bounds => "ratings ending at 1 and 5",
        ReasonTheme.Seats => "seats and listeners",
        ReasonTheme.Calendar => "the date",
        ReasonTheme.Length => "the length",
        ReasonTheme.Messages => "the messages",
        ReasonTheme.Reviews => "the number of reviews and likes",
        ReasonTheme.Portrait => "the portrait",
        ReasonTheme.Price => "the price",
        ReasonTheme.EarlierLives => "the speaker's earlier lives",
        ReasonTheme.Profile => "the speaker's profile",
        ReasonTheme.Tag => "the tag",
        ReasonTheme.Said => "what its reviews say",
        _ => "other things",
    };

    private static string Number(double value) => ReasonsOutline.Number(value);
}
