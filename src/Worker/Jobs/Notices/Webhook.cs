using System.Net.Http.Headers;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Output;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Tells a webhook: a POST of JSON, signed, tried a few times.</summary>
internal sealed class Webhook : IDisposable
{
    /// <summary>Header of the signature.</summary>
    public const string SignatureHeader = "X-LiveQuality-Signature";

    /// <summary>Header of the notice's id, so that what comes twice after a crash is known.</summary>
    public const string IdHeader = "X-LiveQuality-Id";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NoticeOptions _options;
    private readonly TimeProvider _time;
    // It goes where the option says and nowhere else. Without a propagator there is no activity either: that would have the address, and the token that may be in it, for whoever traces.
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null };
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;

    public Webhook(IOptions<NoticeOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _client = new HttpClient(_handler, disposeHandler: false) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
        _retries = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(2),
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TaskCanceledException>(e => e.InnerException is TimeoutException)
                    .HandleResult(answer => (int)answer.StatusCode is 408 or 429 or >= 500),
            })
            .Build();
    }

    /// <summary>Whether there is one.</summary>
    public bool IsThere => _options.Url is not null;

    /// <returns>Why it was not taken; null where it was.</returns>
    public async Task<string?> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new NoticeMessage(notice.Id, notice.Kind, notice.Text, notice.RunId, notice.RaisedAt), OutputJson.Lines.NoticeMessage);
        try
        {
            using var answer = await _retries.ExecuteAsync(async token => await PostAsync(notice.Id, body, token), cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"the webhook answered {(int)answer.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return $"the webhook does not answer: {e.GetBaseException().Message}";
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<HttpResponseMessage> PostAsync(string id, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.Url!)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // An id may hold what a header may not.
        request.Headers.Add(IdHeader, Uri.EscapeDataString(id));
        if (_options.Secret is { } secret)
        {
            request.Headers.Add(SignatureHeader, Signature.Of(body, secret, _time.GetUtcNow()));
        }

        return await _client.SendAsync(request, cancellationToken);
    }
}
