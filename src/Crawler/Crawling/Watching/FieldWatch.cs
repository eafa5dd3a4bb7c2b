using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Looks whether a crawl's fields are what they were in the last crawls of the site.</summary>
internal sealed class FieldWatch(IRecordStore store)
{
    /// <summary>Earlier crawls of a site that are read; a pool takes fewer.</summary>
    public const int MostRuns = 100;

    /// <param name="site">Scheme, host and port.</param>
    /// <param name="counts">What the crawl counted, one for each kind that it met: whole items only, from lists or asked for by themselves, no partial views.</param>
    /// <param name="cancellationToken">Stops reading earlier runs.</param>
    /// <returns>What to keep in the run's record.</returns>
    public async Task<RunFields> JudgeAsync(string site, IEnumerable<FieldCounts> counts, CancellationToken cancellationToken)
    {
        var earlier = new List<RunFields>();
        await foreach (var run in FieldHistory.ReadAsync(store, cancellationToken))
        {
            if (run.Fields!.Site == site)
            {
                earlier.Add(run.Fields);
            }

            if (earlier.Count == MostRuns)
            {
                break;
            }
        }

        return Judge(site, [.. counts.Select(FieldShapes.Of)], earlier);
    }

    /// <summary>The same, with the earlier crawls in hand, newest first.</summary>
    internal static RunFields Judge(string site, IReadOnlyList<KindFields> kinds, IReadOnlyList<RunFields> earlier)
    {
        var sorted = kinds.OrderBy(kind => kind.Kind, StringComparer.Ordinal).ToList();
        var alerts = sorted.SelectMany(kind => new FieldComparison(kind, new FieldBaseline(kind.Kind, earlier)).Alerts());
        return new RunFields(site, sorted, [.. alerts.OrderByDescending(alert => alert.Broken)]);
    }
}
