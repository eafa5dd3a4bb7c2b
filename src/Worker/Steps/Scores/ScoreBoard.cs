using System.Globalization;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>All lives and their scores at one moment, ready to be filtered, sorted, searched and paged. Never changes; safe for concurrent use.</summary>
/// <remarks>
/// Kept in memory, since the stores answer simple questions only, and each its own way. Four values a row have columns and orders of their own, tags and
/// speakers the numbers of their rows: titles and names are one long text each. A page is a walk over bits, and touches the rows that it shows and no other.
/// </remarks>
internal sealed class ScoreBoard
{
    private readonly BoardRow[] _rows;
    private readonly BoardColumn[] _columns;

    // Asked for by almost everybody.
    private readonly BoardMatches _scored;
    private readonly Dictionary<string, List<int>> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _bySpeaker = new(StringComparer.Ordinal);
    private readonly BoardSpeaker[] _speakers;
    private readonly BoardText _names;
    private readonly BoardText _titles;

    /// <param name="rows">Every live once, in any order.</param>
    public ScoreBoard(IEnumerable<BoardRow> rows)
    {
        _rows = [.. rows];
        Array.Sort(_rows, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        Version = BoardVersion.Of(_rows);
        _columns = [.. Enum.GetValues<LiveSort>().Select(sort => new BoardColumn(_rows, row => KeyOf(row, sort)))];
        _scored = BoardMatches.Of(Enumerable.Range(0, _rows.Length).Where(number => _rows[number].Score is not null), _rows.Length);
        for (var number = 0; number < _rows.Length; number++)
        {
            foreach (var tag in _rows[number].Tags ?? [])
            {
                Add(_byTag, tag.Name, number);
                Add(_byTag, tag.Id.ToString(CultureInfo.InvariantCulture), number);
            }

            if (_rows[number].Speaker is { } speaker)
            {
                Add(_bySpeaker, speaker.Id, number);
            }
        }

        _speakers = [.. _bySpeaker.Values.Select(lives => _rows[lives[0]].Speaker!)];
        _names = new BoardText([.. _speakers.Select(speaker => speaker.Name)]);
        _titles = new BoardText([.. _rows.Select(row => row.Subject)]);
    }

    /// <summary>A short hash of all that lists show: the same content has the same version, over every store.</summary>
    public string Version { get; }

    /// <summary>All lives, by id.</summary>
    public IReadOnlyList<BoardRow> Rows => _rows;

    /// <summary>One live, or null.</summary>
    public BoardRow? Find(string liveId)
    {
        var (from, to) = (0, _rows.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var difference = string.CompareOrdinal(_rows[middle].Id, liveId);
            if (difference == 0)
            {
                return _rows[middle];
            }

            (from, to) = difference < 0 ? (middle + 1, to) : (from, middle);
        }

        return null;
    }

    /// <summary>The lives of one speaker, by id; none where nobody knows the speaker.</summary>
    public IReadOnlyList<BoardRow> OfSpeaker(string speakerId) => [.. _bySpeaker.GetValueOrDefault(speakerId, []).Select(number => _rows[number])];

    /// <summary>A page of the list that was asked for.</summary>
    public LivePage Read(LiveQuery query)
    {
        var matches = Match(query);
        // One more tells whether there is a next page.
        var page = Column(query.Sort.By).Page(matches, query.Sort.Descending, query.Cursor, query.Limit == int.MaxValue ? query.Limit : query.Limit + 1);
        var hasNext = page.Count > query.Limit;
        var shown = hasNext ? page[..^1] : page;
        var next = hasNext ? new LiveCursor(query.Sort, Column(query.Sort.By).Keys[shown[^1]], _rows[shown[^1]].Id).ToString() : null;
        return new LivePage(new ShownLives(_rows, shown), next, matches?.Count ?? _rows.Length);
    }

    // The narrowest first: what comes later looks only at what is left. Null where nothing was asked.
    private BoardMatches? Match(LiveQuery query)
    {
        var matches = query.ScoredOnly ? _scored.Copy() : null;
        KeepListed(_byTag, query.Tag);
        KeepListed(_bySpeaker, query.Speaker);
        KeepRange(LiveSort.Price, query.MinPrice, query.MaxPrice);
        KeepRange(LiveSort.Start, query.From?.UtcTicks, query.To?.UtcTicks - 1);
        KeepRange(LiveSort.Score, query.MinScore is { } least ? BoardColumn.Key(least) : null, query.MaxScore is { } most ? BoardColumn.Key(most) : null);
        if (query.Text is { } text)
        {
            KeepThese(WithText(text));
        }

        return matches;

        void KeepListed(Dictionary<string, List<int>> lists, string? key)
        {
            if (key is not null)
            {
                KeepThese(lists.GetValueOrDefault(key, []));
            }
        }

        void KeepThese(IEnumerable<int> numbers)
        {
            var these = BoardMatches.Of(numbers, _rows.Length);
            matches?.Keep(these);
            matches ??= these;
        }

        void KeepRange(LiveSort sort, long? least, long? most)
        {
            if (least is not null || most is not null)
            {
                (matches ??= BoardMatches.All(_rows.Length)).Keep(Column(sort).Keys, least ?? long.MinValue, Math.Min(most ?? BoardColumn.None, BoardColumn.None - 1));
            }
        }
    }

    // A title has it, or the name of its speaker, which is looked at once for all their lives.
    private IEnumerable<int> WithText(string text) =>
        _titles.Find(text).Concat(_names.Find(text).SelectMany(number => _bySpeaker[_speakers[number].Id]));

    private BoardColumn Column(LiveSort sort) => _columns[(int)sort];

    private static long? KeyOf(BoardRow row, LiveSort sort) => sort switch
    {
        LiveSort.Score => row.Score is { } score ? BoardColumn.Key(score.Value) : null,
        LiveSort.Start => row.StartsAt?.UtcTicks,
        LiveSort.Reviews => row.ReviewCount,
        _ => row.AmountFen,
    };

    private static void Add(Dictionary<string, List<int>> lists, string key, int number)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(number);
    }
}
