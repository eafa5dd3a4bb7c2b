namespace LiveQuality.ZhihuSite.Site;

/// <summary>An answer on its way out.</summary>
/// <param name="context">The connection's side of it.</param>
/// <param name="answer">What to send.</param>
/// <param name="time">For pauses.</param>
/// <param name="count">Is told of bytes of the body before they are sent.</param>
internal sealed class Exchange(HttpContext context, SiteAnswer answer, TimeProvider time, Action<long> count)
{
    public HttpContext Context => context;

    public SiteAnswer Answer => answer;

    public TimeProvider Time => time;

    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>Status, type and headers; the length is left to the caller.</summary>
    public void WriteHead()
    {
        context.Response.StatusCode = answer.Status;
        if (answer.ContentType.Length > 0)
        {
            context.Response.ContentType = answer.ContentType;
        }

        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }
    }

    /// <summary>Sends the whole answer as it should be sent.</summary>
    public async Task SendAsync()
    {
        WriteHead();
        if (answer.Status != StatusCodes.Status304NotModified)
        {
            context.Response.ContentLength = answer.Body.Length;
            await WriteAsync(answer.Body);
        }
    }

    /// <summary>Sends part of the body.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        Count(bytes.Length);
        await context.Response.Body.WriteAsync(bytes, Aborted);
    }

    /// <summary>Says that bytes of the body are being sent.</summary>
    public void Count(long bytes) => count(bytes);
}
