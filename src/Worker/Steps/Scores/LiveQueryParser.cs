using System.Globalization;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>From pairs of texts, as an address or a command line gives them, to a question about lives.</summary>
internal static class LiveQueryParser
{
    /// <summary>Most lives a page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Name of the parameter for a page's size.</summary>
    public const string Limit = "limit";

    private const string Cursor = "cursor";
    private const int MaxTextLength = 200;
    private const int MaxShown = 60;
    private const double LowestScore = 1;
    private const double HighestScore = 5;
    private const string Price = "a whole number of fen from 0";
    private const string Time = "a date or a time in UTC, for example 2018-01-15 or 2018-01-15T12:00:00Z";
    private const string Score = "a number from 1 to 5";

    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    // How each is read, and what is right.
    private static readonly Dictionary<string, (string Right, Func<LiveQuery, string, LiveQuery?> Read)> Parameters = new(StringComparer.Ordinal)
    {
        ["scoredOnly"] = ("true or false", (query, text) => text is "true" or "false" ? query with { ScoredOnly = text == "true" } : null),
        ["tag"] = ("a tag's id or whole name", (query, text) => text.Length > 0 ? query with { Tag = text } : null),
        ["speaker"] = ("a speaker's id", (query, text) => text.Length > 0 ? query with { Speaker = text } : null),
        ["minPrice"] = (Price, (query, text) => Whole(text) is { } fen ? query with { MinPrice = fen } : null),
        ["maxPrice"] = (Price, (query, text) => Whole(text) is { } fen ? query with { MaxPrice = fen } : null),
        ["from"] = (Time, (query, text) => Moment(text) is { } time ? query with { From = time } : null),
        ["to"] = (Time, (query, text) => Moment(text) is { } time ? query with { To = time } : null),
        ["minScore"] = (Score, (query, text) => Rating(text) is { } score ? query with { MinScore = score } : null),
        ["maxScore"] = (Score, (query, text) => Rating(text) is { } score ? query with { MaxScore = score } : null),
        ["text"] = ($"a part of a title or of a speaker's name, at most {MaxTextLength} characters", (query, text) => text.Length is > 0 and <= MaxTextLength ? query with { Text = text } : null),
        ["sort"] = (string.Join(", ", LiveOrder.All), (query, text) => LiveOrder.Find(text) is { } order ? query with { Sort = order } : null),
        [Limit] = ($"a whole number from 1 to {MaxLimit}", (query, text) => Whole(text) is { } limit and > 0 and <= MaxLimit ? query with { Limit = (int)limit } : null),
        [Cursor] = ("the nextCursor of the page before", (query, text) => LiveCursor.Find(text) is { } cursor ? query with { Cursor = cursor } : null),
    };

    /// <summary>The parameters there are.</summary>
    public static IReadOnlyCollection<string> Names => Parameters.Keys;

    /// <summary>Reads them; what is not given keeps the query's own default.</summary>
    /// <param name="pairs">Name and value of each parameter.</param>
    /// <param name="query">The question; the default one where something is wrong.</param>
    /// <param name="problem">The first thing that is wrong.</param>
    /// <returns>Whether all is right.</returns>
    public static bool TryParse(IEnumerable<KeyValuePair<string, string>> pairs, out LiveQuery query, out QueryProblem problem)
    {
        (query, problem) = (new LiveQuery(), default);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (!Parameters.TryGetValue(name, out var parameter))
            {
                return Fail(out query, out problem, Shown(name), $"is no parameter here; there are {string.Join(", ", Names)}");
            }

            if (!given.TryAdd(name, value))
            {
                return Fail(out query, out problem, name, "is given more than once");
            }

            if (parameter.Read(query, value) is not { } read)
            {
                return Fail(out query, out problem, name, $"'{Shown(value)}' must be {parameter.Right}");
            }

            query = read;
        }

        if (query.MinPrice > query.MaxPrice)
        {
            return Fail(out query, out problem, "maxPrice", $"'{given["maxPrice"]}' must not be less than the lowest price, {given["minPrice"]}");
        }

        if (query.MinScore > query.MaxScore)
        {
            return Fail(out query, out problem, "maxScore", $"'{given["maxScore"]}' must not be less than the lowest score, {given["minScore"]}");
        }

        if (query.From >= query.To)
        {
            return Fail(out query, out problem, "to", $"'{given["to"]}' must be later than the beginning, {given["from"]}");
        }

        return query.Cursor is not { } cursor || cursor.Order == query.Sort
            || Fail(out query, out problem, Cursor, $"'{Shown(given[Cursor])}' is of a list sorted by {cursor.Order}, and this one is by {query.Sort}");
    }

    private static bool Fail(out LiveQuery query, out QueryProblem problem, string parameter, string what)
    {
        (query, problem) = (new LiveQuery(), new QueryProblem(parameter, what));
        return false;
    }

    // From anybody: one line, and not a long one.
    private static string Shown(string value) => Output.Printable.OneLine(value.Length > MaxShown ? $"{value[..MaxShown]}…" : value);

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Rating(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= LowestScore and <= HighestScore ? number : null;

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParseExact(
        text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
        ? moment
        : null;
}
