using System.Globalization;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.ZhihuSite.Recording;

/// <summary>
/// Writes the HTTP exchanges that a crawl of the world would have had: the feed to its end, the first page of every live's reviews,
/// every speaker. The same world gives the same bytes.
/// </summary>
internal sealed class WorldRecorder(World world, WarcWriter archive)
{
    private const int FeedLimit = 10;
    private const int ReviewLimit = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly InventedSite _site = new(world);
    private DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(World.CrawledAt);

    /// <summary>Records everything.</summary>
    /// <param name="fileName">The archive's name, for its first record.</param>
    /// <param name="cancellationToken">Stops the recording.</param>
    public async Task<RecordingCounts> RecordAsync(string fileName, CancellationToken cancellationToken)
    {
        await archive.WriteInfoAsync(
            _now,
            fileName,
            [
                new("software", "LiveQuality tests/ZhihuSite"),
                new("format", "WARC File Format 1.1"),
                new("description", "An invented world: no live, person or text in it is real. Only the first page of each live's reviews is here."),
                new("seed", world.Seed.ToString(CultureInfo.InvariantCulture)),
                new("lives", world.Lives.Count.ToString(CultureInfo.InvariantCulture)),
            ],
            cancellationToken);

        var pages = 0;
        for (; pages == 0 || (pages - 1) * FeedLimit < world.Lives.Count - FeedLimit; pages++)
        {
            await AddAsync($"/lives?limit={FeedLimit}&offset={pages * FeedLimit}", cancellationToken);
        }

        var reviewed = world.Lives.Where(live => live.Reviews > 0).ToArray();
        foreach (var live in reviewed)
        {
            await AddAsync($"/lives/{live.Id}/reviews?limit={ReviewLimit}&offset=0", cancellationToken);
        }

        var people = world.Lives.SelectMany(live => live.Cospeakers.Prepend(live.Speaker)).DistinctBy(person => person.Id).ToArray();
        foreach (var person in people)
        {
            await AddAsync($"/people/{person.Id}", cancellationToken);
        }

        return new RecordingCounts(pages, reviewed.Length, people.Length);
    }

    private Task AddAsync(string address, CancellationToken cancellationToken)
    {
        var target = new Uri($"https://api.zhihu.com{address}");
        var answer = _site.Answer(target.AbsolutePath, target.Query);
        var request = $"GET {address} HTTP/1.1\r\nHost: api.zhihu.com\r\n\r\n";
        var reason = ReasonPhrases.GetReasonPhrase(answer.Status);
        var head = $"HTTP/1.1 {answer.Status} {reason}\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {answer.Body.Length}\r\n\r\n";
        var exchange = new WarcExchange(target, _now, Encoding.ASCII.GetBytes(request), [.. Encoding.ASCII.GetBytes(head), .. answer.Body]);
        _now += Interval;
        return archive.WriteExchangeAsync(exchange, cancellationToken);
    }
}
