using System.Net;
using Polly;
using Polly.Timeout;

namespace LiveQuality.Crawler.Fetching;

/// <summary>Fetches from one site, over whatever handler it is given: the network's or a recording's.</summary>
internal sealed class HttpFetcher(HttpClient client, Uri site, FetchOptions options, ResiliencePipeline<Answer> attempts, TimeProvider time)
    : IFetcher, IDisposable
{
    /// <summary>What is wrong with the recording that is replayed, though the rest of it can be used.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public async Task<FetchOutcome> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme != site.Scheme || address.Authority != site.Authority)
        {
            return Failed($"{address} is not on {site.Authority}, the only host this crawl may ask");
        }

        try
        {
            return Judge(address, await attempts.ExecuteAsync(token => AskAsync(address, token), cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException)
        {
            // InvalidDataException: a compressed body that is torn.
            return Failed($"{address} gave no answer: {e.Message}");
        }
    }

    public void Dispose() => client.Dispose();

    // The body is read inside the attempt, so that its timeout and its retries cover the last byte too.
    private async ValueTask<Answer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new Answer(
            response.StatusCode,
            await BoundedBody.ReadAsync(response.Content, options.LargestBody, cancellationToken),
            response.Headers.RetryAfter,
            ReplayedAnswer.CapturedAt(request),
            ReplayedAnswer.IsNotRecorded(request));
    }

    private FetchOutcome Judge(Uri address, Answer answer)
    {
        var code = (int)answer.Code;
        return answer switch
        {
            { NotRecorded: true } => Outcome(FetchStatus.NotRecorded, $"{address} is not in the recording"),
            { Body: null } => Outcome(FetchStatus.Failed, $"{address} answered with more than {options.LargestBody} bytes"),
            { Code: HttpStatusCode.OK } => Outcome(FetchStatus.Fetched, string.Empty),
            { Code: HttpStatusCode.NotFound or HttpStatusCode.Gone } => Outcome(FetchStatus.Gone, $"{address} is gone ({code})"),
            { Code: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests } or { Code: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } =>
                Outcome(FetchStatus.Blocked, $"{address} refuses us ({code})"),
            _ => Outcome(FetchStatus.Failed, $"{address} answered {code}"),
        };

        FetchOutcome Outcome(FetchStatus status, string detail) => new(status, detail, answer.Body ?? [], answer.CapturedAt ?? time.GetUtcNow());
    }

    private FetchOutcome Failed(string detail) => new(FetchStatus.Failed, detail, ReadOnlyMemory<byte>.Empty, time.GetUtcNow());
}
