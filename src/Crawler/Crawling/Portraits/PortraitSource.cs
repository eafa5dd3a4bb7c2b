using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling.Portraits;

/// <summary>Opens the way to the pictures that a source's pages name: as polite and as guarded as the way to the pages.</summary>
/// <param name="store">Where hosts are remembered.</param>
/// <param name="fetchers">Ways out.</param>
/// <param name="time">Clock of pauses.</param>
public sealed class PortraitSource(IRecordStore store, FetcherFactory fetchers, TimeProvider time)
{
    /// <param name="source">What was crawled.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="RecordingException">The recording cannot be read.</exception>
    public async Task<PortraitWay> OpenAsync(CrawlSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new PortraitWay(await fetchers.OpenPicturesAsync(source, new HostMemory(store), cancellationToken), time);
    }
}
