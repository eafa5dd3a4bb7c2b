using CsCheck;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Tests.Steps.Scores;

/// <summary>Lives for boards: few different values, so that ties and nulls are the rule, and the plain way to filter and sort them.</summary>
internal static class BoardLives
{
    public static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Subjects = [null, string.Empty, "如何读书", "读书 with AB", "ab直播", "Straße"];
    private static readonly string?[] Names = [null, "某人", "Ann AB"];
    private static readonly IReadOnlyList<Tag>?[] TagLists = [null, [], [new Tag(101, "音乐")], [new Tag(101, "音乐"), new Tag(7, "101")], [new Tag(7, "7")]];

    /// <summary>One live; its id is given by its place in the list.</summary>
    public static Gen<Entry> One { get; } = Gen.Select(
        Few(2), Few(3), Few(3), Few(3), Gen.OneOf(Subjects), Gen.Int[0, Names.Length], Gen.OneOf(TagLists),
        (score, start, reviews, price, subject, speaker, tags) => new Entry(
            new Live
            {
                Id = string.Empty,
                ObservedAt = Noon,
                Subject = subject,
                SpeakerId = speaker == Names.Length ? null : $"s{speaker}",
                Tags = tags,
                StartsAt = start is { } days ? Noon.AddDays(days) : null,
                ReviewCount = reviews,
                AmountFen = price,
            },
            speaker == Names.Length ? null : Names[speaker],
            score is { } value ? 3 + (value / 2.0) : null));

    /// <summary>Up to forty lives.</summary>
    public static Gen<Entry[]> Some { get; } = One.Array[0, 40].Select(entries => entries.Select((entry, number) => entry with { Live = entry.Live with { Id = $"{number * 7}" } }).ToArray());

    /// <summary>Any question.</summary>
    public static Gen<LiveQuery> Query { get; } = Gen.Select(
        Gen.Select(Gen.Bool, Gen.OneOf<string?>(null, "101", "音乐", "7", "none"), Gen.OneOf<string?>(null, null, "s0", "s1", "nobody"), Gen.OneOf<string?>(null, null, "ab", "读书", "STRASSE", "某")),
        Gen.Select(Few(3), Few(3)),
        Gen.Select(Few(3), Few(3)),
        Gen.Select(Few(2), Few(2)),
        Gen.OneOf(LiveOrder.All.ToArray()),
        (lists, price, time, score, sort) => new LiveQuery
        {
            ScoredOnly = lists.Item1,
            Tag = lists.Item2,
            Speaker = lists.Item3,
            Text = lists.Item4,
            MinPrice = price.Item1,
            MaxPrice = price.Item2,
            From = time.Item1 is { } from ? Noon.AddDays(from) : null,
            To = time.Item2 is { } to ? Noon.AddDays(to) : null,
            MinScore = score.Item1 is { } least ? 3 + (least / 2.0) : null,
            MaxScore = score.Item2 is { } most ? 3 + (most / 2.0) : null,
            Sort = sort,
        });

    public static ScoreBoard Board(IEnumerable<Entry> entries)
    {
        var shared = new SharedValues();
        return new ScoreBoard(entries.Select(entry => new BoardRow(
            entry.Live,
            entry.Live.SpeakerId is { } id ? new BoardSpeaker(id, entry.Name) : null,
            entry.Score is { } value ? new BoardScore(new Score { Id = entry.Live.Id, ModelId = "m", Value = value, ScoredAt = Noon }, shared) : null,
            shared)));
    }

    /// <summary>All pages, each asked for with the cursor of the one before.</summary>
    public static (List<string> Ids, List<int> Totals) ReadAll(ScoreBoard board, LiveQuery query, int limit)
    {
        var (ids, totals, next) = (new List<string>(), new List<int>(), (LiveCursor?)null);
        do
        {
            var page = board.Read(query with { Limit = limit, Cursor = next });
            ids.AddRange(page.Items.Select(item => item.LiveId));
            totals.Add(page.Total);
            next = page.NextCursor is { } cursor ? LiveCursor.Find(cursor) ?? throw new InvalidOperationException($"no cursor: {cursor}") : null;
        }
        while (next is not null);
        return (ids, totals);
    }

    /// <summary>What a list must be, said without a board.</summary>
    public static List<string> Expected(IEnumerable<Entry> entries, LiveQuery query)
    {
        var found = entries.Where(entry => IsIn(entry, query)).Select(entry => (entry.Live.Id, Key: KeyOf(entry, query.Sort.By))).OrderBy(pair => pair.Key).ThenBy(pair => pair.Id, StringComparer.Ordinal).ToList();
        if (query.Sort.Descending)
        {
            found.Reverse();
        }

        return [.. found.Where(pair => pair.Key is not null).Concat(found.Where(pair => pair.Key is null)).Select(pair => pair.Id)];
    }

    private static bool IsIn(Entry entry, LiveQuery query) =>
        (!query.ScoredOnly || entry.Score is not null)
        && (query.Tag is null || entry.Live.Tags?.Any(tag => tag.Name == query.Tag || $"{tag.Id}" == query.Tag) == true)
        && (query.Speaker is null || entry.Live.SpeakerId == query.Speaker)
        && (query.MinPrice is null || entry.Live.AmountFen >= query.MinPrice)
        && (query.MaxPrice is null || entry.Live.AmountFen <= query.MaxPrice)
        && (query.From is null || entry.Live.StartsAt >= query.From)
        && (query.To is null || entry.Live.StartsAt < query.To)
        && (query.MinScore is null || entry.Score >= query.MinScore)
        && (query.MaxScore is null || entry.Score <= query.MaxScore)
        && (query.Text is null || Has(entry.Live.Subject, query.Text) || Has(entry.Name, query.Text));

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static double? KeyOf(Entry entry, LiveSort sort) => sort switch
    {
        LiveSort.Score => entry.Score,
        LiveSort.Start => entry.Live.StartsAt is { } start ? (start - Noon).TotalDays : null,
        LiveSort.Reviews => entry.Live.ReviewCount,
        _ => entry.Live.AmountFen,
    };

    private static Gen<long?> Few(int most) => Gen.Int[-1, most].Select(number => number < 0 ? null : (long?)number);

    internal sealed record Entry(Live Live, string? Name, double? Score);
}
