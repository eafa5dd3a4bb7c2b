using System.Net;
using LiveQuality.Crawler.Fetching.Guarding;
using Polly;

namespace LiveQuality.Crawler.Fetching;

/// <summary>Fetches over whatever handler it is given: the network's or a recording's.</summary>
internal sealed class HttpFetcher : IFetcher, IDisposable
{
    private readonly HttpClient _client;
    private readonly Attempt _attempt;
    private readonly AllowedHosts _hosts;
    private readonly Predicate<Uri> _isWall;
    private readonly ResiliencePipeline<Answer> _attempts;
    private readonly TimeProvider _time;

    /// <param name="way">The way out; disposed with the fetcher. It decompresses nothing and follows no redirect.</param>
    /// <param name="gate">Says when.</param>
    /// <param name="hosts">Says where.</param>
    /// <param name="isWall">Addresses that mean "prove that you are human": a redirect to one is the site's refusal.</param>
    /// <param name="options">How long and how much.</param>
    /// <param name="random">Chance of the pauses' jitter, 0 to below 1.</param>
    /// <param name="time">Clock of pauses and limits.</param>
    /// <param name="accepted">Media types that are asked for.</param>
    public HttpFetcher(
        HttpMessageHandler way,
        IHostGate gate,
        AllowedHosts hosts,
        Predicate<Uri> isWall,
        FetchOptions options,
        Func<double> random,
        TimeProvider time,
        string accepted = "application/json")
    {
        // The limit is the attempt's: it starts after the gate and covers the body.
        _client = new HttpClient(way) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
        _client.DefaultRequestHeaders.Accept.ParseAdd(accepted);
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(ContentCodings.Accepted);
        _attempt = new Attempt(_client, gate, options, time);
        _attempts = RetryPolicy.Create(options, time, random);
        (_hosts, _isWall, _time) = (hosts, isWall, time);
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var traffic = new Traffic();
        if (!_hosts.TryAdmit(request.Address, out var start, out var problem))
        {
            return Failed(request.Address, $"is an address {problem}", traffic);
        }

        var trail = new RedirectTrail(_hosts, _isWall, start);
        try
        {
            while (true)
            {
                // What is known was said of the first address only.
                var known = trail.IsAtStart ? request : null;
                var answer = await _attempts.ExecuteAsync(token => _attempt.MakeAsync(trail.Here, known, traffic, token), cancellationToken);
                var end = answer.IsRedirect ? trail.Follow(answer.Location) : null;
                if (!answer.IsRedirect || end is not null)
                {
                    return Outcome(trail.Here, known, answer, end, traffic);
                }
            }
        }
        catch (Exception e) when (TransportProblem.Is(e))
        {
            return Failed(trail.Here, TransportProblem.Describe(e), traffic);
        }
    }

    public void Dispose() => _client.Dispose();

    private static (FetchStatus Status, string Reason) Judge(Answer answer, FetchRequest? known) => answer switch
    {
        { NotRecorded: true } => (FetchStatus.NotRecorded, "is not in the recording"),
        { Code: HttpStatusCode.OK, Defect: { } defect } => (FetchStatus.Failed, defect),
        { Code: HttpStatusCode.OK } => (FetchStatus.Fetched, string.Empty),
        { Code: HttpStatusCode.NotModified } when known is { ETag: not null } or { LastModified: not null } => (FetchStatus.NotModified, string.Empty),
        { Code: HttpStatusCode.NotFound or HttpStatusCode.Gone } => (FetchStatus.Gone, $"is gone ({(int)answer.Code})"),
        { Code: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests } =>
            (FetchStatus.Blocked, $"refuses us ({(int)answer.Code})"),
        _ => (FetchStatus.Failed, $"answered {(int?)answer.Code}"),
    };

    private FetchOutcome Outcome(Uri address, FetchRequest? known, Answer answer, RedirectEnd? end, Traffic traffic)
    {
        if (answer.Withheld is { } withheld)
        {
            return New(FetchStatus.Withheld, withheld.Detail, [], _time.GetUtcNow(), traffic) with { Withheld = withheld };
        }

        var (status, reason) = end is null ? Judge(answer, known) : (end.Status, end.Reason);
        var detail = reason.Length == 0 ? reason : $"{ShownAddress.Of(address)} {reason}";
        return New(status, detail, answer.Body, answer.CapturedAt ?? _time.GetUtcNow(), traffic) with
        {
            Location = end?.Location,
            MediaType = answer.MediaType,
            // RFC 9110, section 15.4.5: a 304 that names no validators leaves the known ones as they are.
            ETag = answer.ETag ?? (status == FetchStatus.NotModified ? known?.ETag : null),
            LastModified = answer.LastModified ?? (status == FetchStatus.NotModified ? known?.LastModified : null),
        };
    }

    private FetchOutcome Failed(Uri address, string reason, Traffic traffic)
    {
        var shown = address.IsAbsoluteUri ? ShownAddress.Of(address) : "an address";
        return New(FetchStatus.Failed, $"{shown} {reason}", [], _time.GetUtcNow(), traffic);
    }

    private static FetchOutcome New(FetchStatus status, string detail, byte[] body, DateTimeOffset at, Traffic traffic) =>
        new(status, detail, body, at) { Code = traffic.LastCode, Transferred = traffic.Transferred };
}
