using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling;

/// <summary>Adds up what a crawl does, and tells how far it is.</summary>
internal sealed class CrawlTally(string site, IProgress<CrawlProgress> progress)
{
    // A few tell the story; a site that cuts every list short would fill the report.
    private const int MostWarnings = 20;

    private readonly Dictionary<string, FieldCounts> _fields = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private CrawlReport _report = new() { Site = site };
    private string? _firstFailure;
    private int _handled;
    private long _known;
    private int _livesMet;
    private int _reviewsMet;

    /// <summary>Notes how much is waiting in the frontier: what there is to do, until more is found.</summary>
    public void SetOpen(FrontierCounts counts) => _known = _handled + counts.Due + counts.Leased;

    /// <summary>Which fields the items had, by kind.</summary>
    public IReadOnlyCollection<FieldCounts> Fields => _fields.Values;

    public void AddHandled(FetchOutcome page, Verdict verdict)
    {
        _handled++;
        _report = _report with { Transferred = _report.Transferred + page.Transferred };
        _report = verdict.Reaction switch
        {
            Reaction.Keep => _report with { Unchanged = _report.Unchanged + 1 },
            Reaction.Bury => _report with { Gone = _report.Gone + 1 },
            Reaction.Skip => _report with { Skipped = _report.Skipped + 1 },
            Reaction.Fail or Reaction.Stop => _report with { Failed = _report.Failed + 1 },
            _ => _report,
        };
        if (verdict.Reaction == Reaction.Fail)
        {
            _firstFailure ??= verdict.Outcome;
        }

        progress.Report(new CrawlProgress(_handled, (int)Math.Max(_known, _handled), _livesMet, _reviewsMet));
    }

    public void AddNotRecorded() => _report = _report with { NotRecorded = _report.NotRecorded + 1 };

    public void AddContent(PageContent content, long bytes)
    {
        _report = _report with { Pages = _report.Pages + 1, Bytes = _report.Bytes + bytes };
        _livesMet += content.Records.Lives.Count;
        _reviewsMet += content.Records.Reviews.Count;
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

    public void AddWarning(string? warning)
    {
        if (warning is not null && _warnings.Count < MostWarnings)
        {
            _warnings.Add(warning);
        }
    }

    public void AddWritten(CommitCounts counts)
    {
        _known += counts.Queued;
        _report = _report with
        {
            Lives = _report.Lives + counts.Lives,
            Reviews = _report.Reviews + counts.Reviews,
            Speakers = _report.Speakers + counts.Speakers,
            Portraits = _report.Portraits + counts.Portraits,
            Quarantined = _report.Quarantined + counts.Quarantine.Added,
        };
    }

    /// <summary>Notes what the frontier says has failed in the end: also what was given up because it kills whoever takes it, or failed in another worker's hands.</summary>
    public void SetFailedAtEnd(long failed)
    {
        if (failed > 0 && _report.Failed == 0)
        {
            SetEnd(CrawlEnd.Incomplete, $"addresses that failed: {failed}, given up or in another worker's hands; livequality history ADDRESS says why, the next crawl tries them again");
        }
    }

    /// <summary>Notes why the crawl ends before its time; the first reason is the one that counts.</summary>
    public void SetEnd(CrawlEnd end, string problem) => _report = _report.Problem is null ? _report with { End = end, Problem = problem } : _report;

    /// <summary>The report. What failed makes the crawl incomplete, and so does a feed without a live, since silence would read as "nothing there".</summary>
    /// <param name="recordingWarnings">What was wrong with the recording.</param>
    /// <param name="isCutShort">Whether the recording ends in the middle.</param>
    public CrawlReport Report(IReadOnlyList<string> recordingWarnings, bool isCutShort)
    {
        if (_report.Failed > 0)
        {
            SetEnd(CrawlEnd.Incomplete, $"addresses that failed: {_report.Failed}, the first: {_firstFailure}; the next crawl tries them again");
        }
        else if (isCutShort)
        {
            SetEnd(CrawlEnd.Incomplete, $"the recording is cut short: {recordingWarnings[0]}");
        }
        else if (_livesMet == 0 && _fields.ContainsKey(FieldSchema.Live.Kind))
        {
            SetEnd(CrawlEnd.Incomplete, "the feed holds no live");
        }

        return _report with
        {
            Fields = [.. _fields.Values.OrderBy(f => f.Kind, StringComparer.Ordinal).Select(Describe)],
            Warnings = [.. recordingWarnings, .. _warnings],
        };
    }

    private static FieldReport Describe(FieldCounts fields) => new(
        fields.Kind,
        fields.Items,
        fields.Known.Where(f => f.Missing > 0).ToDictionary(f => f.Field, f => f.Missing),
        fields.Unknown.ToDictionary(f => f.Field, f => f.Present));
}
