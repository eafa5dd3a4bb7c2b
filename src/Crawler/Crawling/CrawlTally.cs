using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Adds up what a crawl does.</summary>
internal sealed class CrawlTally
{
    private readonly Dictionary<string, FieldCounts> _fields = new(StringComparer.Ordinal);
    private CrawlReport _report = new();
    private string? _firstFailure;

    public string? Problem => _report.Problem;

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

    /// <summary>The report; an address that was given up makes the crawl incomplete, since silence would read as "nothing there".</summary>
    public CrawlReport Report() => _report with
    {
        Fields = [.. _fields.Values.OrderBy(f => f.Kind, StringComparer.Ordinal).Select(Describe)],
        Problem = _report.Problem ?? (_report.Failed > 0 ? $"addresses given up: {_report.Failed}, the first: {_firstFailure}" : null),
    };

    private static FieldReport Describe(FieldCounts fields) => new(
        fields.Kind,
        fields.Items,
        fields.Known.Where(f => f.Missing > 0).ToDictionary(f => f.Field, f => f.Missing),
        fields.Unknown);
}
