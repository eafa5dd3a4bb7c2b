using System.Net;
using System.Net.Http.Headers;
using Polly;

namespace LiveQuality.Crawler.Fetching;

/// <summary>One attempt at one address: through the gate, out, and back with the answer read to its end.</summary>
internal sealed class Attempt(HttpClient client, IHostGate gate, FetchOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline _limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();

    /// <param name="address">A checked address.</param>
    /// <param name="known">What is known of it already; null where that was said of another address.</param>
    /// <param name="traffic">Where to count.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="Exception">One that <see cref="TransportProblem.Is"/> knows: no whole answer came.</exception>
    public async ValueTask<Answer> MakeAsync(Uri address, FetchRequest? known, Traffic traffic, CancellationToken cancellationToken)
    {
        // Not under the limit: waiting for one's turn is no fault of the other side.
        if (await gate.EnterAsync(address, cancellationToken) is { } withheld)
        {
            return new Answer { Withheld = withheld };
        }

        var exit = default(GateExit);
        try
        {
            return await _limit.ExecuteAsync(
                async token =>
                {
                    using var request = Request(address, known);
                    var start = time.GetTimestamp();
                    using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                    exit = new GateExit(null, time.GetElapsedTime(start), RetryAfter.Of(response.Headers, time.GetUtcNow()));
                    traffic.LastCode = (int)response.StatusCode;
                    var answer = await ReadAsync(request, response, traffic, token);
                    exit = exit with { Status = (int)response.StatusCode };
                    return answer;
                },
                cancellationToken);
        }
        finally
        {
            await gate.LeaveAsync(address, exit);
        }
    }

    private static HttpRequestMessage Request(Uri address, FetchRequest? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        // Parsed, not pasted: it comes from an answer of some other day.
        if (EntityTagHeaderValue.TryParse(known?.ETag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        request.Headers.IfModifiedSince = known?.LastModified;
        return request;
    }

    // The body is read inside the attempt, so that its limit and its retries cover the last byte too.
    private async Task<Answer> ReadAsync(HttpRequestMessage request, HttpResponseMessage response, Traffic traffic, CancellationToken cancellationToken)
    {
        // A 304 has no body, though it may name the length of the one it stands for (RFC 9110, section 8.6).
        var (body, defect) = response.StatusCode == HttpStatusCode.NotModified
            ? ([], null)
            : await BoundedBody.ReadAsync(response.Content, options.LargestBody, traffic, cancellationToken);
        return new Answer
        {
            Code = response.StatusCode,
            Body = body,
            Defect = defect,
            Location = response.Headers.Location,
            MediaType = response.Content.Headers.ContentType?.MediaType,
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.LastModified,
            CapturedAt = ReplayedAnswer.CapturedAt(request),
            NotRecorded = ReplayedAnswer.IsNotRecorded(request),
        };
    }
}
