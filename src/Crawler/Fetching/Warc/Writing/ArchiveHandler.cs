using System.Runtime.ExceptionServices;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// Archives each answer as it was sent before anybody sees it: what is not in the archive has not been crawled. The answer is handed on
/// with its body in memory and the time that the archive gives it, so that a replay gives the same one. Questions without an answer (no
/// connection, no header in time) leave no trace. Safe for concurrent use.
/// </summary>
/// <param name="archive">Where to; it stays open.</param>
/// <param name="inner">The way out; it must not decompress.</param>
/// <param name="largestBody">Bytes of a body as sent; one more is read and archived, and reading on then fails.</param>
/// <param name="time">Dates the answers.</param>
internal sealed class ArchiveHandler(WarcArchive archive, HttpMessageHandler inner, int largestBody, TimeProvider time) : DelegatingHandler(inner)
{
    private const int Chunk = 64 * 1024;

    /// <exception cref="RecordingException">The archive cannot be written.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            throw new NotSupportedException("only requests without a body are archived");
        }

        var question = HttpWire.Message(request);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            using var sent = response.Content;
            var (body, truncated, error) = await ReadAsync(sent, cancellationToken);
            var at = time.GetUtcNow();
            var exchange = new WarcExchange(HttpWire.Target(request.RequestUri!), at, question, HttpWire.Message(response, body.Span));
            // What came is archived even when nobody waits for it any longer.
            await archive.WriteAsync(exchange with { Truncated = truncated }, CancellationToken.None);
            error?.Throw();
            ReplayedAnswer.SetCapturedAt(request, at);
            response.Content = truncated is null ? new ReadOnlyMemoryContent(body) : new TruncatedContent(body, truncated);
            foreach (var (name, values) in sent.Headers.NonValidated)
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<(ReadOnlyMemory<byte> Body, string? Truncated, ExceptionDispatchInfo? Error)> ReadAsync(
        HttpContent content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[Chunk];
            int read;
            while (body.Length <= largestBody
                && (read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Chunk, largestBody + 1L - body.Length)), cancellationToken)) > 0)
            {
                await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (Bytes(), body.Length > largestBody ? "length" : null, null);
        }
        // The beginning of a body is an answer too: a replay must fail in the same place.
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (Bytes(), "disconnect", ExceptionDispatchInfo.Capture(e));
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            return (Bytes(), "time", ExceptionDispatchInfo.Capture(e));
        }

        ReadOnlyMemory<byte> Bytes() => body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
