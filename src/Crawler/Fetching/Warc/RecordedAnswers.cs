namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>
/// Where the recorded answers of each address are, in the order of their dates: positions only, some 100 bytes an answer and 200 an
/// address. Filled by one thread, then safe for concurrent use.
/// </summary>
internal sealed class RecordedAnswers
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sites = new(StringComparer.Ordinal);
    private readonly List<(RecordedAnswer Answer, string Key, DateTimeOffset? At)> _unresolved = [];

    // A crawl is of one site, and its archive too; a recording of the whole web is not asked which.
    private const int MostSites = 100;

    /// <summary>Number of addresses.</summary>
    public int Count => _lines.Count;

    /// <summary>The site that was recorded: the one that is looked for, where the recording holds any of it, else the first by name.</summary>
    /// <param name="wanted">Base address of the site that is looked for.</param>
    public Uri Site(Uri wanted) => _sites.Count == 0 || _sites.Contains(SiteOf(wanted)) ? wanted : new Uri(_sites.Order(StringComparer.Ordinal).First());

    /// <summary>Adds a response record, or a revisit record whose original is found by <see cref="Complete"/>.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="record">The record, with usable address and date.</param>
    public void Add(WarcReader archive, WarcRecord record)
    {
        var answer = new RecordedAnswer(archive, record.Position, record.Date!.Value);
        var target = new Uri(record.TargetUri!);
        var key = RecordedAddress.Key(target);
        if (_sites.Count < MostSites)
        {
            _sites.Add(SiteOf(target));
        }

        if (!_lines.TryGetValue(key, out var line))
        {
            _lines[key] = line = new Line();
        }

        line.Answers.Add(answer);
        if (record.Type == "revisit")
        {
            var isElsewhere = Uri.TryCreate(record["WARC-Refers-To-Target-URI"]?.Trim('<', '>'), UriKind.Absolute, out var original);
            _unresolved.Add((answer, isElsewhere ? RecordedAddress.Key(original!) : key, WarcRecord.ParseDate(record["WARC-Refers-To-Date"])));
        }
    }

    /// <summary>Puts the answers in order and finds the originals of revisits: by date where the revisit names it, else the last before it.</summary>
    /// <returns>Revisits whose original is not here; they are no answers.</returns>
    public IEnumerable<RecordedAnswer> Complete()
    {
        foreach (var line in _lines.Values)
        {
            // Stable: of one date, the one that was written first.
            line.Answers = [.. line.Answers.OrderBy(answer => answer.At)];
        }

        var revisits = _unresolved.Select(revisit => revisit.Answer).ToHashSet();
        foreach (var (answer, key, at) in _unresolved)
        {
            var candidates = _lines.GetValueOrDefault(key)?.Answers.Where(other => !revisits.Contains(other)) ?? [];
            answer.Original = candidates.LastOrDefault(other => at is null ? other.At <= answer.At : other.At == at);
        }

        foreach (var orphan in revisits.Where(answer => answer.Original is null))
        {
            yield return orphan;
        }

        foreach (var (key, line) in _lines)
        {
            line.Answers.RemoveAll(answer => answer.Original is null && revisits.Contains(answer));
            line.Answers.TrimExcess();
            if (line.Answers.Count == 0)
            {
                _lines.Remove(key);
            }
        }

        _unresolved.Clear();
    }

    /// <summary>The next answer of an address; the last one again when there are no more; null when there never was one.</summary>
    /// <param name="address">The address.</param>
    public RecordedAnswer? Next(Uri address) =>
        _lines.TryGetValue(RecordedAddress.Key(address), out var line)
            ? line.Answers[Math.Min(Interlocked.Increment(ref line.Asked), line.Answers.Count) - 1]
            : null;

    private static string SiteOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private sealed class Line
    {
        public int Asked;

        public List<RecordedAnswer> Answers { get; set; } = new(1);
    }
}
