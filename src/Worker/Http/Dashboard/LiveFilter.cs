using System.Globalization;
using LiveQuality.Worker.Http.Dashboard.Language;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>What somebody typed into the form of the first page. What makes no sense is left out, and said.</summary>
internal sealed class LiveFilter
{
    /// <summary>Part of a title or of a name.</summary>
    public const string Text = "q";

    /// <summary>A tag's name or id.</summary>
    public const string Tag = "tag";

    /// <summary>Lowest price, yuan.</summary>
    public const string PriceFrom = "priceFrom";

    /// <summary>Highest price, yuan.</summary>
    public const string PriceTo = "priceTo";

    /// <summary>First day, in the zone that pages show.</summary>
    public const string From = "from";

    /// <summary>Last day.</summary>
    public const string To = "to";

    /// <summary>Lowest score.</summary>
    public const string MinScore = "minScore";

    /// <summary>Only what has a score: <c>1</c>.</summary>
    public const string Scored = "scored";

    /// <summary>A name of <see cref="LiveOrder"/>.</summary>
    public const string Sort = "sort";

    /// <summary>A <see cref="LiveCursor"/>.</summary>
    public const string Cursor = "cursor";

    private const int PageSize = 25;
    private const int MaxText = 200;
    private const decimal FenPerYuan = 100;
    private const decimal MostYuan = 1_000_000_000;

    private static readonly string[] Fields = [Text, Tag, PriceFrom, PriceTo, From, To, MinScore, Scored];

    private readonly IQueryCollection _asked;
    private readonly List<(Phrase What, string Value)> _problems = [];

    public LiveFilter(IQueryCollection asked)
    {
        _asked = asked;
        var order = LiveOrder.Find(this[Sort]) ?? LiveOrder.Best;
        var (from, to) = (Day(From), Day(To));
        Query = new LiveQuery
        {
            Text = Trimmed(Text),
            Tag = Trimmed(Tag),
            MinPrice = Fen(PriceFrom),
            MaxPrice = Fen(PriceTo),
            From = from is { } first ? Shown.Midnight(first) : null,
            To = to is { } last ? Shown.Midnight(last.AddDays(1)) : null,
            MinScore = Rating(),
            ScoredOnly = this[Scored] == "1",
            Sort = order,
            Limit = PageSize,
            Cursor = Place(order),
        };
    }

    /// <summary>What to ask the board.</summary>
    public LiveQuery Query { get; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<(Phrase What, string Value)> Problems => _problems;

    /// <summary>Whether anything is filtered.</summary>
    public bool IsActive => Fields.Any(name => this[name].Length > 0);

    /// <summary>What was typed.</summary>
    public string this[string field] => _asked[field] is [{ } value, ..] ? value : string.Empty;

    /// <summary>What was typed, if it made sense: a browser complains of a number that is none.</summary>
    public string Sound(string name) => _problems.Exists(problem => problem.Value == this[name].Trim()) ? string.Empty : this[name];

    /// <summary>The address of the same lives in another order or from another place on.</summary>
    public string Link(LiveOrder order, string? cursor)
    {
        var pairs = Fields.Where(field => this[field].Length > 0).Select(field => KeyValuePair.Create<string, string?>(field, this[field])).ToList();
        if (order != LiveOrder.Best)
        {
            pairs.Add(KeyValuePair.Create<string, string?>(Sort, order.ToString()));
        }

        if (cursor is not null)
        {
            pairs.Add(KeyValuePair.Create<string, string?>(Cursor, cursor));
        }

        return $"/{QueryString.Create(pairs)}#lives";
    }

    private string? Trimmed(string field) => this[field].Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, MaxText)] : null;

    private DateOnly? Day(string field) => Read<DateOnly>(field, TodayWords.BadDay, text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null);

    private long? Fen(string field) => Read<long>(field, TodayWords.BadNumber, text => Number(text) is { } yuan and >= 0 and <= MostYuan ? (long)(yuan * FenPerYuan) : null);

    private double? Rating() => Read<double>(MinScore, TodayWords.BadNumber, text => Number(text) is { } score and >= 1 and <= 5 ? (double)score : null);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private LiveCursor? Place(LiveOrder order)
    {
        if (this[Cursor].Length == 0)
        {
            return null;
        }

        if (LiveCursor.Find(this[Cursor]) is { } cursor && cursor.Order == order)
        {
            return cursor;
        }

        _problems.Add((TodayWords.BadCursor, this[Cursor]));
        return null;
    }

    private T? Read<T>(string field, Phrase problem, Func<string, T?> read)
        where T : struct
    {
        var text = this[field].Trim();
        if (text.Length == 0)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            _problems.Add((problem, text));
        }

        return value;
    }
}
