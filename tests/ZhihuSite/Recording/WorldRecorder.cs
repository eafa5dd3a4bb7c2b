using System.Globalization;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.ZhihuSite.Recording;

/// <summary>
/// Writes the HTTP exchanges that a crawl of the world would have had: the feed to its end, the first page of every live's reviews,
/// every speaker, and the portraits of those that the feed shows first. The same world gives the same bytes.
/// </summary>
internal sealed class WorldRecorder(World world, WarcWriter archive)
{
    private const int FeedLimit = 10;
    private const int ReviewLimit = 20;

    // Pictures of everybody would be half the recording.
    private const int Portraits = 160;

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

        var avatars = people.Select(person => person.Avatar).Where(avatar => avatar != Names.DefaultAvatar).Take(Portraits).ToArray();
        foreach (var avatar in avatars)
        {
            await AddPortraitAsync(avatar, cancellationToken);
        }

        return new RecordingCounts(pages, reviewed.Length, people.Length, avatars.Length);
    }

    // The sizes that a crawler asks for, up to the first that there is.
    private async Task AddPortraitAsync(string avatar, CancellationToken cancellationToken)
    {
        foreach (var size in new[] { "r", "xll", "xl" })
        {
            if (await AddAsync(new Uri(SiteJson.Picture(avatar, size)), cancellationToken) == StatusCodes.Status200OK)
            {
                return;
            }
        }
    }

    private Task<int> AddAsync(string address, CancellationToken cancellationToken) => AddAsync(new Uri($"https://api.zhihu.com{address}"), cancellationToken);

    private async Task<int> AddAsync(Uri target, CancellationToken cancellationToken)
    {
        var answer = _site.Answer(target.AbsolutePath, target.Query);
        var request = $"GET {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Host}\r\n\r\n";
        var reason = ReasonPhrases.GetReasonPhrase(answer.Status);
        var head = $"HTTP/1.1 {answer.Status} {reason}\r\nContent-Type: {answer.ContentType}\r\nContent-Length: {answer.Body.Length}\r\n\r\n";
        var exchange = new WarcExchange(target, _now, Encoding.ASCII.GetBytes(request), [.. Encoding.ASCII.GetBytes(head), .. answer.Body]);
        _now += Interval;
        await archive.WriteExchangeAsync(exchange, cancellationToken);
        return answer.Status;
    }
}
