using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Adds up what a crawl does.</summary>
internal sealed class CrawlTally
{
    // A few tell the story; a site that cuts every list short would fill the report.
    private const int MostWarnings = 20;

    private readonly Dictionary<string, FieldCounts> _fields = new(StringComparer.Ordinal);
    private CrawlReport _report = new();
    private readonly List<string> _warnings = [];
    private string? _firstFailure;

    public string? Problem => _report.Problem;

    /// <summary>Which fields the items had, by kind.</summary>
    public IReadOnlyCollection<FieldCounts> Fields => _fields.Values;

    /// <summary>Addresses that have an outcome.</summary>
    public int Handled { get; private set; }

    public int LivesMet { get; private set; }

    public int ReviewsMet { get; private set; }

    public void AddHandled() => Handled++;

    public void AddPage(long bytes) => _report = _report with { Pages = _report.Pages + 1, Bytes = _report.Bytes + bytes };

    public void AddGone() => _report = _report with { Gone = _report.Gone + 1 };

    public void AddNotRecorded() => _report = _report with { NotRecorded = _report.NotRecorded + 1 };

    public void AddFailed(string detail)
    {
        _report = _report with { Failed = _report.Failed + 1 };
        _firstFailure ??= detail;
    }

    /// <summary>Notes why the crawl is incomplete; the first reason is the one that counts.</summary>
    public void SetProblem(string problem) => _report = _report with { Problem = _report.Problem ?? problem };

    public void AddContent(PageContent content)
    {
        LivesMet += content.Records.Lives.Count;
        ReviewsMet += content.Records.Reviews.Count;
        if (content.Warning is { } warning && _warnings.Count < MostWarnings)
        {
            _warnings.Add(warning);
        }

        if (content.Fields is not { } fields)
        {
            return;
        }

        if (_fields.TryGetValue(fields.Kind, out var sum))
        {
            sum.Add(fields);
        }
        else
        {
            _fields[fields.Kind] = fields;
        }
    }

    public void AddWrites(UpsertCounts lives, UpsertCounts reviews, UpsertCounts speakers, UpsertCounts portraits, int quarantined) => _report = _report with
    {
        Lives = _report.Lives + lives,
        Reviews = _report.Reviews + reviews,
        Speakers = _report.Speakers + speakers,
        Portraits = _report.Portraits + portraits,
        Quarantined = _report.Quarantined + quarantined,
    };

    /// <summary>
    /// The report. An address that was given up makes the crawl incomplete, and so does a feed without a live, since silence would read as "nothing there".
    /// </summary>
    /// <param name="recordingWarnings">What was wrong with the recording.</param>
    public CrawlReport Report(IReadOnlyList<string> recordingWarnings) => _report with
    {
        Fields = [.. _fields.Values.OrderBy(f => f.Kind, StringComparer.Ordinal).Select(Describe)],
        Warnings = [.. recordingWarnings, .. _warnings],
        Problem = _report switch
        {
            { Problem: { } problem } => problem,
            { Failed: > 0 } => $"addresses given up: {_report.Failed}, the first: {_firstFailure}",
            _ when LivesMet == 0 => "the feed holds no live",
            _ => null,
        },
    };

    private static FieldReport Describe(FieldCounts fields) => new(
        fields.Kind,
        fields.Items,
        fields.Known.Where(f => f.Missing > 0).ToDictionary(f => f.Field, f => f.Missing),
        fields.Unknown.ToDictionary(f => f.Field, f => f.Present));
}
