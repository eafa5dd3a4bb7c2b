namespace LiveQuality.Crawler.Fetching;

/// <summary>One request at a time, and never two within the interval, retries included.</summary>
internal sealed class PoliteHandler(TimeSpan interval, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var wait = _next - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            _next = time.GetUtcNow() + interval;
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _turn.Dispose();
        }

        base.Dispose(disposing);
    }
}
